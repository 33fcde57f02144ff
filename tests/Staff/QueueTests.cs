using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Dom;
using LeadFunctions.Clinic;
using LeadFunctions.FollowUp;
using LeadFunctions.Leads;
using LeadFunctions.Stats;
using LeadFunctions.Tests.Access;
using LeadFunctions.Tests.Pages;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Staff;

/// <summary>The queue over HTTP: who waits and for how long, what is searched, and whom it is for.</summary>
public sealed class QueueTests : IAsyncLifetime
{
    private HostedApp app = null!;
    private StaffDesk desk = null!;

    public async Task InitializeAsync()
    {
        app = await HostedApp.StartAsync(StaffBrowser.Members);

        // The clinic is open, and has been for a while.
        var now = app.Clock.GetUtcNow();
        await app.AdvanceAsync(app.Get<ClinicProfile>().Hours.NextOpening(now.AddDays(1)) + TimeSpan.FromHours(2) - now);
        desk = new(app);
    }

    public Task DisposeAsync() => app.DisposeAsync().AsTask();

    [Fact]
    public async Task Everybody_stands_where_they_belong_and_who_waits_longest_stands_first()
    {
        await CaptureAsync("Second Caller", lead => lead with { Kind = LeadKind.Call, CapturedAt = lead.CapturedAt.AddMinutes(-2) });
        await CaptureAsync("First Caller", lead => lead with { Kind = LeadKind.Call, CapturedAt = lead.CapturedAt.AddDays(-1) });
        await CaptureAsync("Tried Caller", lead => lead with { Kind = LeadKind.Call, CapturedAt = lead.CapturedAt.AddDays(-2), FirstRespondedAt = lead.CapturedAt });
        await CaptureAsync("Ann Appointment");
        await CaptureAsync("Urs Urgent", lead => lead with { IsUrgent = true });
        await CaptureAsync("Una Urgent", lead => lead with { IsUrgent = true, Quarantined = true, CapturedAt = lead.CapturedAt.AddHours(-1) });
        await CaptureAsync("Con Tacted", lead => lead with { Status = LeadStatus.Contacted, AssignedTo = "frontdesk@example.com" });
        await CaptureAsync("Sam Spam", lead => lead with { Quarantined = true, Suspicion = new(9, ["pitch", "link"], IsSpam: true) });
        await CaptureAsync("Bea Booked", lead => lead with { Status = LeadStatus.Booked });

        var (status, page) = await desk.OpenAsync("/staff");

        Assert.Equal(200, status);
        Assert.Equal(["Una Urgent", "Urs Urgent"], In(page, "urgent"));
        Assert.Equal(["First Caller", "Second Caller", "Tried Caller"], In(page, "calls"));
        Assert.Equal(["Ann Appointment"], In(page, "appointments"));
        Assert.Equal(["Con Tacted"], In(page, "contacted"));
        Assert.Equal(["Sam Spam"], In(page, "quarantine"));
        Assert.Contains("Why: The message says what is said in spam alone. The message has a link.", Section(page, "quarantine"), StringComparison.Ordinal);
        Assert.Contains("With frontdesk@example.com", Section(page, "contacted"), StringComparison.Ordinal);
        Assert.Matches("Late by .*12 minutes left.*Tried, not reached yet", Section(page, "calls").ReplaceLineEndings(" "));
        Assert.StartsWith("Waiting for an answer: 5. Longer than promised: 2.", page.QuerySelector("#summary")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Bea Booked", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Why: It did not come from a form of ours. retired-sign")]
    [InlineData("es", "Por qué: No vino de un formulario nuestro. retired-sign")]
    public async Task Why_a_request_is_held_back_is_said_in_words_and_a_reason_that_is_no_more_by_its_id(string language, string expected)
    {
        var lead = await CaptureAsync("Sam Spam", lead => lead with { Quarantined = true, Suspicion = new(9, ["no-form", "retired-sign"], IsSpam: true) });

        var (_, page) = await desk.OpenAsync($"/staff?lang={language}");
        var (_, file) = await desk.OpenAsync($"{StaffDesk.AddressOf(lead)}?lang={language}");

        Assert.Contains(expected, Section(page, "quarantine"), StringComparison.Ordinal);
        Assert.Contains(expected.Split(": ")[1], file.QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_soon_people_were_answered_lately_is_told_below_once_they_are_enough()
    {
        for (var number = 0; number < 20; number++)
        {
            await CaptureAsync("Cal Call", lead => lead with { Kind = LeadKind.Call, Status = LeadStatus.Contacted, FirstRespondedAt = lead.CapturedAt.AddMinutes(number < 11 ? 4 : 30) });
        }

        await CaptureAsync("Ann Appointment", lead => lead with { FirstRespondedAt = lead.CapturedAt.AddMinutes(1) });
        Assert.Null((await desk.OpenAsync("/staff")).Page.QuerySelector("#answers"));
        await app.Get<FigureUpdate>().HandleAsync(default);
        Assert.Null((await desk.OpenAsync("/staff")).Page.QuerySelector("#answers"));
        await app.AdvanceAsync(TimeSpan.FromMinutes(10));

        var (_, page) = await desk.OpenAsync("/staff");

        Assert.EndsWith("Calls: half within 4 minutes, nine of ten within 30 minutes. Appointments: too few to say.", page.QuerySelector("#answers")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Null((await desk.OpenAsync("/staff?q=cal")).Page.QuerySelector("#answers"));
    }

    [Fact]
    public async Task A_mail_that_was_given_up_is_told_of_until_somebody_sends_it_again()
    {
        var lead = await GiveUpAsync("Given Up");

        var (_, page) = await desk.OpenAsync("/staff");
        var (status, file) = await desk.PressAsync(page, "put-back");

        Assert.Equal(["Given Up"], In(page, "given-up"));
        Assert.Contains("Confirmation to them", Section(page, "given-up"), StringComparison.Ordinal);
        Assert.Contains("The mail service refused it: 400 personalizations", Section(page, "given-up"), StringComparison.Ordinal);
        Assert.Contains("given up", Section(page, "given-up"), StringComparison.Ordinal);
        Assert.Equal(303, status);
        Assert.Contains("Confirmation to them: sent on its way again", file.QuerySelector("ol.history")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(TimelineKind.MailPutBack, app.Leads.TimelineOf(lead.Id)[0].Deed.Kind);
        var (_, after) = await desk.OpenAsync("/staff");
        Assert.Null(after.QuerySelector("#given-up"));
        await app.Get<DrainHandler>().HandleAsync(default);
        Assert.Equal(SendResult.Accepted, app.Leads.Sends.Values.Single(send => send.Key.Track == Track.Visitor).Result);
    }

    [Fact]
    public async Task A_mail_that_was_given_up_stays_unsent_where_somebody_says_so()
    {
        await GiveUpAsync("Given Up");

        var (_, page) = await desk.OpenAsync("/staff");
        await desk.PressAsync(page, "set-aside");
        await desk.PressAsync(page, "put-back");
        await app.Get<DrainHandler>().HandleAsync(default);

        Assert.Empty(app.Leads.DeadLetters);
        Assert.Equal(SendResult.DeadLetter, app.Leads.Sends.Values.Single(send => send.Key.Track == Track.Visitor).Result);
    }

    [Theory]
    [InlineData("?q=ann", "Ann Appointment")]
    [InlineData("?q=0199", "Ann Appointment")]
    [InlineData("?status=booked", "Bea Booked")]
    [InlineData("?kind=call", "Cal Call")]
    [InlineData("?assignee=manager%40example.com", "Bea Booked")]
    [InlineData("?concern=sleep", "Cal Call")]
    [InlineData("?overdue=true", "Cal Call")]
    [InlineData("?status=&kind=call&concern=&assignee=&overdue=&quarantined=&q=&lang=en", "Cal Call")]
    public async Task What_is_filtered_or_searched_is_found_and_nothing_else(string query, string expected)
    {
        await CaptureAsync("Ann Appointment", lead => lead with { Phone = ALead.Phone("650-555-0199") });
        await CaptureAsync("Cal Call", lead => lead with { Kind = LeadKind.Call, Concerns = ["sleep"], CapturedAt = lead.CapturedAt.AddDays(-1) });
        await CaptureAsync("Bea Booked", lead => lead with { Status = LeadStatus.Booked, AssignedTo = "manager@example.com" });

        var (status, page) = await desk.OpenAsync("/staff" + query);

        Assert.Equal(200, status);
        Assert.Equal([expected], In(page, "found"));
    }

    [Fact]
    public async Task Every_lead_is_on_one_page_of_what_was_found()
    {
        for (var number = 0; number < 120; number++)
        {
            await CaptureAsync($"Robin Number{number}", lead => lead with { CapturedAt = lead.CapturedAt.AddMinutes(-number) });
        }

        var seen = new List<string>();
        for (var next = "/staff?q=robin&kind=appointment&lang=es"; next is not null;)
        {
            var (status, page) = await desk.OpenAsync(next);
            Assert.Equal(200, status);
            Assert.Equal("es", page.DocumentElement.GetAttribute("lang"));
            seen.AddRange(In(page, "found"));
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(Enumerable.Range(0, 120).Select(number => $"Robin Number{number}"), seen);
    }

    [Fact]
    public async Task A_filter_that_is_none_is_refused_and_shows_nobody()
    {
        await CaptureAsync("Ann Appointment");

        var (status, page) = await desk.OpenAsync("/staff?status=%3Cscript%3E");

        Assert.Equal(400, status);
        Assert.NotNull(page.QuerySelector("[role=alert].summary:not([hidden])"));
        Assert.DoesNotContain("Ann Appointment", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_allows_its_own_script_and_style_and_no_other()
    {
        using var response = await new StaffBrowser(app).SignIn("frontdesk@example.com;staff").GetAsync("/staff");

        var page = PageBench.Parse(await response.Content.ReadAsStringAsync());
        var script = Assert.Single(page.QuerySelectorAll("script")).TextContent;
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains($"script-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'; connect-src 'self'; ", policy, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_refreshes_itself_keeps_nobody_signed_in()
    {
        var browser = new StaffBrowser(app).SignIn("frontdesk@example.com;staff");
        var before = browser.Session.SeenAt;
        await app.AdvanceAsync(TimeSpan.FromMinutes(10));

        using (var fetched = await browser.GetAsync("/staff", ("Accept", "text/html"), ("Sec-Fetch-Mode", "cors"), ("Sec-Fetch-Site", "same-origin")))
        {
            Assert.Equal(200, (int)fetched.StatusCode);
        }

        Assert.Equal(before, browser.Session.SeenAt);
        await app.AdvanceAsync(TimeSpan.FromMinutes(6));
        using var ended = await browser.GetAsync("/staff", ("Accept", "text/html"), ("Sec-Fetch-Mode", "cors"), ("Sec-Fetch-Site", "same-origin"));
        Assert.Equal(401, (int)ended.StatusCode);
    }

    [Theory]
    [InlineData("marketing@example.com;marketing", 403)]
    [InlineData("manager@example.com;admin", 200)]
    public async Task Patients_are_for_staff_and_admins(string member, int expected)
    {
        var lead = await CaptureAsync("Ann Appointment");
        var somebody = new StaffDesk(app, member);

        var (status, page) = await somebody.OpenAsync("/staff");
        var (fileStatus, _) = await somebody.OpenAsync(StaffDesk.AddressOf(lead));

        Assert.Equal((expected, expected), (status, fileStatus));
        Assert.Equal(expected == 200, page.Body!.TextContent.Contains("Ann Appointment", StringComparison.Ordinal));
    }

    private async Task<Lead> CaptureAsync(string name, Func<Lead, Lead>? change = null)
    {
        var lead = ALead.Captured(at: app.Clock.GetUtcNow()) with { Name = ALead.Name(name) };
        lead = change?.Invoke(lead) ?? lead;
        await app.Leads.CaptureAsync(ALead.New(lead), default);
        return lead;
    }

    private async Task<Lead> GiveUpAsync(string name)
    {
        var lead = await CaptureAsync(name);
        var work = app.Leads.Due.Single(work => work.Key.Track == Track.Visitor);
        var record = new SendRecord { Key = work.Key, Result = SendResult.DeadLetter, At = app.Clock.GetUtcNow(), Attempts = 1 };
        await app.Leads.TryMoveAsync(new(work) { Record = record, DeadLetter = "400 personalizations" }, default);
        return lead;
    }

    private static IEnumerable<string> In(IHtmlDocument page, string section) =>
        page.QuerySelectorAll($"section[aria-labelledby={section}] a.open").Select(link => link.TextContent);

    private static string Section(IHtmlDocument page, string section) => page.QuerySelector($"section[aria-labelledby={section}]")!.TextContent;
}
