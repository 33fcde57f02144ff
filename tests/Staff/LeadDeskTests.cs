using AngleSharp.Html.Dom;
using LeadFunctions.FollowUp;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Access;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Staff;

/// <summary>One lead at the staff desk, over HTTP: what is shown, what is done, and what two do at once.</summary>
public sealed class LeadDeskTests : IAsyncLifetime
{
    private HostedApp app = null!;
    private StaffDesk desk = null!;

    public async Task InitializeAsync()
    {
        app = await HostedApp.StartAsync(StaffBrowser.Members);
        desk = new(app);
    }

    public Task DisposeAsync() => app.DisposeAsync().AsTask();

    [Fact]
    public async Task All_that_is_known_of_a_lead_is_shown_and_the_look_is_remembered()
    {
        var earlier = await CaptureAsync(lead => lead with { CapturedAt = lead.CapturedAt.AddDays(-3), Status = LeadStatus.Closed });
        var lead = await CaptureAsync(lead => lead with
        {
            Contact = earlier.Contact,
            Id = LeadId.New(earlier.Contact.Shard),
            Message = "In my own words",
            Source = new() { Campaign = "spring" },
            PreferredTimes = [new("monday", PartOfDay.Morning)],
        });
        await app.Get<DrainHandler>().HandleAsync(default);

        var (status, page) = await desk.OpenAsync(StaffDesk.AddressOf(lead));

        Assert.Equal(200, status);
        Assert.Equal("In my own words", page.QuerySelector("blockquote")!.TextContent);
        Assert.NotNull(page.QuerySelector("a[href='tel:+16505550123']"));
        Assert.NotNull(page.QuerySelector("a[href='mailto:robin%40example.com']"));
        var facts = page.QuerySelector("dl.facts")!.TextContent;
        Assert.All(["spring", "Monday, morning", "Depression, Chronic pain", "articles by e-mail (2026-11-01)", "by e-mail"], text => Assert.Contains(text, facts, StringComparison.Ordinal));
        Assert.Contains(earlier.Id.ToReference("PAMB"), page.QuerySelector("[aria-labelledby=others]")!.TextContent, StringComparison.Ordinal);
        var history = History(page);
        Assert.Contains("Alert to staff: sent", history);
        Assert.Contains("Confirmation to them: sent", history);
        Assert.Equal("Request received", history[^1]);
        Assert.Contains("Mail 1 with articles", page.QuerySelector(".deeds")!.TextContent, StringComparison.Ordinal);
        var look = app.Leads.TimelineOf(lead.Id)[^1];
        Assert.Equal((TimelineKind.Viewed, new StaffActor("frontdesk@example.com", StaffRole.Staff, StaffDoor.Page)), (look.Deed.Kind, look.By));
    }

    [Fact]
    public async Task The_history_says_that_an_alert_was_passed_on_and_reached_nobody()
    {
        await using var reporting = await HostedApp.StartAsync([.. StaffBrowser.Members, WebhookKeys.Setting]);
        var lead = ALead.Captured(at: reporting.Clock.GetUtcNow()) with { Email = null };
        await reporting.Leads.CaptureAsync(ALead.New(lead), default);
        for (var minutes = 0; minutes < 12; minutes++)
        {
            await reporting.Get<DrainHandler>().HandleAsync(default);
            await reporting.AdvanceAsync(TimeSpan.FromMinutes(1));
        }

        var (_, page) = await new StaffDesk(reporting).OpenAsync(StaffDesk.AddressOf(lead));

        var history = History(page);
        Assert.Contains("Alert to staff: sent", history);
        Assert.Contains("Alert to staff: sent to the next contact, since no copy is reported to have arrived", history);
        Assert.Contains("Alert to staff: no copy is reported to have arrived at anybody", history);
        Assert.Contains("No copy of the alert is reported to have arrived.", page.QuerySelector("[aria-labelledby=history]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Reminder to staff", page.QuerySelector(".deeds")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_is_claimed_tried_reached_and_booked()
    {
        var lead = await CaptureAsync(lead => lead with { Kind = LeadKind.Call });
        var page = await OpenAsync(lead);

        page = await DoAsync(page, "claim");
        page = await DoAsync(page, "call", ("call", "no-answer"), ("note", ""));
        page = await DoAsync(page, "call", ("call", "left-message"), ("note", "Asked to call back"));
        page = await DoAsync(page, "call", ("call", "reached"), ("note", ""));
        page = await DoAsync(page, "book");
        page = await DoAsync(page, "note", ("note", "Monday\nat nine"));

        var now = app.Leads.Leads.Single();
        Assert.Equal((LeadStatus.Booked, "frontdesk@example.com"), (now.Status, now.AssignedTo));
        Assert.Equal(
            ["Note", "Booked, before: In touch with them", "In touch with them, before: New", "Called: reached", "Note", "Called: left a message", "Called: no answer", "Looked after by frontdesk@example.com", "Request received"],
            History(page));
        Assert.Contains("Monday\nat nine", page.QuerySelector("ol.history")!.TextContent, StringComparison.Ordinal);
        Assert.All(Changes(lead), entry => Assert.Equal(new StaffActor("frontdesk@example.com", StaffRole.Staff, StaffDoor.Page), entry.By));
        Assert.Null(page.QuerySelector("input[value=book]"));
        Assert.NotNull(page.QuerySelector("[role=status]"));
    }

    [Fact]
    public async Task A_lead_is_given_back_paused_closed_and_opened_again()
    {
        var lead = await CaptureAsync();
        var page = await DoAsync(await OpenAsync(lead), "claim");

        page = await DoAsync(page, "give-back");
        page = await DoAsync(page, "pause");
        Assert.True(app.Leads.Leads.Single() is { IsFollowUpPaused: true, AssignedTo: null });
        page = await DoAsync(page, "resume");
        page = await DoAsync(page, "close", ("reason", "Moved away"));
        Assert.Equal((LeadStatus.Closed, "Moved away"), (app.Leads.Leads.Single().Status, app.Leads.Leads.Single().ClosedReason));
        page = await DoAsync(page, "reopen");
        page = await DoAsync(page, "spam");
        Assert.Equal(LeadStatus.Spam, app.Leads.Leads.Single().Status);
        await DoAsync(page, "not-spam");

        Assert.Equal((LeadStatus.New, false), (app.Leads.Leads.Single().Status, app.Leads.Leads.Single().IsFollowUpPaused));
    }

    [Fact]
    public async Task What_is_let_out_of_quarantine_is_mailed_by_the_next_drain()
    {
        var lead = await CaptureAsync(lead => lead with { Quarantined = true, Suspicion = new(9, ["pitch"], IsSpam: true) });
        await app.Get<DrainHandler>().HandleAsync(default);
        Assert.Empty(app.Provider.Posted);

        await DoAsync(await OpenAsync(lead), "not-spam");
        await app.Get<DrainHandler>().HandleAsync(default);

        Assert.Single(app.Provider.Posted, mail => mail.To.Contains("robin@example.com"));
        Assert.Contains(app.Provider.Posted, mail => mail.To.Contains("frontdesk@example.com"));
    }

    [Fact]
    public async Task Articles_that_were_held_for_danger_go_on_when_staff_say_so()
    {
        var lead = await CaptureAsync(lead => lead with { IsUrgent = true });
        var page = await OpenAsync(lead);

        page = await DoAsync(page, "release-articles");

        Assert.Equal("Articles may go on", History(page)[0]);
        Assert.False((await app.Leads.FindContactAsync(lead.Contact, default))!.AreArticlesHeld);
        Assert.Null(page.QuerySelector("input[value=release-articles]"));
    }

    [Fact]
    public async Task Of_two_who_see_the_same_the_second_is_shown_what_the_first_did_and_keeps_what_they_typed()
    {
        var lead = await CaptureAsync();
        var other = new StaffDesk(app, "manager@example.com;admin");
        var mine = await OpenAsync(lead);
        var theirs = (await other.OpenAsync(StaffDesk.AddressOf(lead))).Page;

        await other.PressAsync(theirs, "note", ("note", "I am on the phone with them"));
        var (status, page) = await desk.PressAsync(mine, "close", ("reason", "No <answer>"));

        Assert.Equal(409, status);
        Assert.Contains("I am on the phone with them", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("by manager@example.com", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("No <answer>", ((IHtmlInputElement)page.QuerySelector("#reason")!).Value);
        Assert.Equal(LeadStatus.New, app.Leads.Leads.Single().Status);

        (status, _) = await desk.PressAsync(page, "close", ("reason", "No <answer>"));
        Assert.Equal((303, "No <answer>"), (status, app.Leads.Leads.Single().ClosedReason));
    }

    [Fact]
    public async Task What_was_typed_is_kept_also_where_its_form_is_gone()
    {
        var lead = await CaptureAsync();
        var mine = await OpenAsync(lead);
        var other = new StaffDesk(app, "manager@example.com;admin");
        await other.PressAsync((await other.OpenAsync(StaffDesk.AddressOf(lead))).Page, "book");

        var (status, page) = await desk.PressAsync(mine, "call", ("call", "reached"), ("note", "They prefer mornings"));

        Assert.Equal(409, status);
        Assert.Equal("They prefer mornings", ((IHtmlTextAreaElement)page.QuerySelector("#note")!).Value);
    }

    [Fact]
    public async Task A_press_that_comes_twice_is_one()
    {
        var lead = await CaptureAsync();
        var page = await OpenAsync(lead);

        await DoAsync(page, "note", ("note", "Once"));
        await DoAsync(page, "note", ("note", "Once"));

        Assert.Single(Changes(lead));
    }

    [Theory]
    [InlineData("note", "note", " ")]
    [InlineData("note", "note", "\u202Ehidden")]
    [InlineData("call", "call", "perhaps")]
    [InlineData("close", "reason", "a\u0007b")]
    public async Task What_cannot_be_read_changes_nothing_and_says_why(string deed, string field, string value)
    {
        var lead = await CaptureAsync();

        var (status, page) = await desk.PressAsync(await OpenAsync(lead), deed, (field, value));

        Assert.Equal(400, status);
        Assert.StartsWith("Nothing was changed", page.QuerySelector("[role=alert]")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Empty(Changes(lead));
    }

    [Fact]
    public async Task A_form_without_a_version_or_with_a_way_that_is_closed_changes_nothing()
    {
        var lead = await CaptureAsync();
        var old = await OpenAsync(lead);
        using (var response = await desk.PostAsync(StaffDesk.AddressOf(lead), ("deed", "book")))
        {
            Assert.Equal(409, (int)response.StatusCode);
        }

        Assert.Empty(Changes(lead));
        var booked = await DoAsync(old, "book");
        var version = ((IHtmlInputElement)booked.QuerySelector("input[name=version]")!).Value;
        using var refused = await desk.PostAsync(StaffDesk.AddressOf(lead), ("deed", "spam"), ("version", version));
        Assert.Equal(409, (int)refused.StatusCode);
        Assert.Equal(LeadStatus.Booked, app.Leads.Leads.Single().Status);
    }

    [Fact]
    public async Task A_reference_that_is_none_is_a_404_and_storage_that_is_away_a_503()
    {
        var lead = await CaptureAsync();
        var page = await OpenAsync(lead);

        Assert.Equal(404, (await desk.OpenAsync("/staff/leads/PAMB-222222")).Status);
        Assert.Equal(404, (await desk.OpenAsync("/staff/leads/nothing-at-all")).Status);
        app.Leads.IsAway = true;
        Assert.Equal(503, (await desk.OpenAsync(StaffDesk.AddressOf(lead))).Status);
        Assert.Equal(503, (await desk.PressAsync(page, "book")).Status);
        Assert.Equal(503, (await desk.OpenAsync("/staff")).Status);
    }

    private async Task<Lead> CaptureAsync(Func<Lead, Lead>? change = null)
    {
        var lead = ALead.Captured(at: app.Clock.GetUtcNow());
        lead = change?.Invoke(lead) ?? lead;
        await app.Leads.CaptureAsync(ALead.New(lead), default);
        return lead;
    }

    private async Task<IHtmlDocument> OpenAsync(Lead lead) => (await desk.OpenAsync(StaffDesk.AddressOf(lead))).Page;

    private async Task<IHtmlDocument> DoAsync(IHtmlDocument page, string deed, params (string Name, string Value)[] typed)
    {
        var (status, after) = await desk.PressAsync(page, deed, typed);
        Assert.Equal(303, status);
        return after;
    }

    private IEnumerable<TimelineEntry> Changes(Lead lead) => app.Leads.TimelineOf(lead.Id).Where(entry => entry.Deed.Kind != TimelineKind.Viewed);

    private static List<string> History(IHtmlDocument page) => [.. page.QuerySelectorAll("section[aria-labelledby=history] > ol strong").Select(line => line.TextContent)];
}
