using LeadFunctions.Email;
using LeadFunctions.FollowUp;
using LeadFunctions.Leads;
using LeadFunctions.StaffMail;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.FollowUp;

/// <summary>Who is alerted, in what language, and what happens when nobody's copy arrives.</summary>
public sealed class AlertTests : IAsyncDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly TestApp app = new(settings:
    [
        ("Staff:Members:0", "anna@example.com;staff"),
        ("Staff:Members:1", "maria@example.com;staff;es"),
        ("Staff:Members:2", "marketing@example.com;marketing"),
        ("Staff:Members:3", "boss@example.com;admin"),
        ("Staff:Members:4", "owner@example.com;admin"),
        WebhookKeys.Setting,
    ]);

    [Fact]
    public async Task Each_of_the_staff_gets_a_mail_of_their_own_in_their_language_in_the_same_minute()
    {
        await CaptureAsync();

        await app.DrainAsync();

        Assert.Equal([["anna@example.com"], ["maria@example.com"]], app.Provider.Accepted.Select(mail => mail.To));
        Assert.StartsWith("New appointment request PAMB-", app.Provider.Accepted[0].Subject, StringComparison.Ordinal);
        Assert.StartsWith("Nueva solicitud de cita PAMB-", app.Provider.Accepted[1].Subject, StringComparison.Ordinal);
        Assert.Contains("lang=\"es\"", app.Provider.Accepted[1].Html, StringComparison.Ordinal);
        Assert.Single(app.Leads.Due);
    }

    [Fact]
    public async Task Staff_come_before_visitors_however_many_there_are()
    {
        await app.CaptureAsync();
        await app.CaptureAsync();

        await app.DrainAsync();

        Assert.Equal([Track.Alert, Track.Alert, Track.Alert, Track.Alert, Track.Visitor, Track.Visitor], app.Provider.Accepted.Select(mail => ScriptedProvider.KeyOf(mail).Track));
    }

    [Fact]
    public async Task The_mail_holds_links_of_its_readers_own_for_every_deed()
    {
        var lead = await CaptureAsync();
        await app.DrainAsync();

        foreach (var (mail, member) in app.Provider.Accepted.Zip(["anna@example.com", "maria@example.com"]))
        {
            var links = Mails.MailBench.Links(mail).Where(link => link.Contains(DeedLinks.Path, StringComparison.Ordinal)).ToList();
            var read = links.ConvertAll(link => Assert.IsType<DeedLink.Good>(app.Get<DeedLinks>().Read(new Uri(link).AbsolutePath.Split('/')[^1])));
            Assert.Equal([MailDeed.Called, MailDeed.Booked, MailDeed.Claimed, MailDeed.Spam], read.Select(link => link.Deed));
            Assert.All(read, link => Assert.Equal((lead.Id, member), (link.Lead, link.Member.Address.Value)));
            Assert.All(links, link => Assert.Contains(link, mail.Text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Who_comes_late_reads_who_has_claimed_it()
    {
        var lead = await CaptureAsync();
        app.Provider.Meanwhile = mail =>
        {
            app.Leads.Put(lead.Handle, lead with { AssignedTo = "anna@example.com" });
            return Task.CompletedTask;
        };

        await app.DrainAsync();

        Assert.DoesNotContain("Claimed by", app.Provider.Accepted[0].Text, StringComparison.Ordinal);
        Assert.Contains("Se encarga anna@example.com.", app.Provider.Accepted[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_refused_does_not_keep_the_others_from_being_told()
    {
        app.Provider.Answer = mail => mail.To[0] == "anna@example.com" ? new SendOutcome.RefusedForGood("400") : new SendOutcome.Accepted(null);
        var lead = await CaptureAsync();

        await app.DrainAsync();

        Assert.Equal([["maria@example.com"]], app.Provider.Accepted.Select(mail => mail.To));
        Assert.Equal(SendResult.Refused, app.Leads.Sends[new(lead.Id, Track.Alert, 0)].Result);
        Assert.Equal(SendResult.Accepted, app.Leads.Sends[new(lead.Id, Track.Alert, 1)].Result);
        Assert.Empty(app.Leads.DeadLetters);
    }

    [Fact]
    public async Task When_everybody_is_refused_the_next_contacts_are_told_and_all_of_them_again_and_again_until_one_is_not()
    {
        app.Provider.Answer = _ => new SendOutcome.RefusedForGood("400");
        await CaptureAsync();
        await app.DrainForAsync(4 * Minute);
        Assert.Equal(["anna@example.com", "maria@example.com", "boss@example.com", "owner@example.com"], app.Provider.Posted.Select(mail => mail.To[0]));

        await app.DrainForAsync(20 * Minute);
        app.Provider.Answer = _ => new SendOutcome.Accepted(null);
        await app.DrainForAsync(6 * Minute);

        Assert.InRange(app.Provider.Posted.Count, 12, 30);
        Assert.Contains("anna@example.com", app.Provider.Accepted.Select(mail => mail.To[0]));
        Assert.Contains("maria@example.com", app.Provider.Accepted.Select(mail => mail.To[0]));
    }

    [Fact]
    public async Task One_copy_that_arrives_is_enough()
    {
        var lead = await CaptureAsync();
        await app.DrainAsync();
        await ReportAsync(lead, step: 0, MailEventKind.Bounced);
        await ReportAsync(lead, step: 1, MailEventKind.Delivered);

        await app.DrainForAsync(60 * Minute);

        Assert.Equal(2, app.Provider.Posted.Count);
        Assert.Empty(app.Leads.Due);
        Assert.Empty(app.Leads.DeadLetters);
    }

    [Theory]
    [InlineData(MailEventKind.Bounced)]
    [InlineData(MailEventKind.Dropped)]
    [InlineData(MailEventKind.Blocked)]
    public async Task When_every_copy_fails_the_next_contact_is_told_at_once(MailEventKind failure)
    {
        var lead = await CaptureAsync();
        await app.DrainAsync();
        await ReportAsync(lead, step: 0, failure);
        await ReportAsync(lead, step: 1, failure);

        app.Clock.Advance(Minute);
        await app.DrainAsync();

        Assert.Equal("boss@example.com", app.Provider.Posted[^1].To[0]);
        Assert.Equal(3, app.Provider.Posted.Count);
        Assert.Contains("No copy of this alert is reported to have arrived", app.Provider.Posted[^1].Text, StringComparison.Ordinal);
        Assert.Equal(AlertRules.PassedOn, app.Leads.Sends[new(lead.Id, Track.Alert, 2)].Reason);
    }

    [Fact]
    public async Task While_nobodys_copy_is_reported_one_more_contact_is_told_every_five_minutes_and_then_staff_see_it()
    {
        var lead = await CaptureAsync();

        await app.DrainForAsync(4 * Minute);
        Assert.Equal(2, app.Provider.Posted.Count);
        await app.DrainForAsync(2 * Minute);
        Assert.Equal("boss@example.com", app.Provider.Posted[^1].To[0]);
        await app.DrainForAsync(5 * Minute);
        Assert.Equal("owner@example.com", app.Provider.Posted[^1].To[0]);
        await app.DrainForAsync(60 * Minute);

        Assert.Equal(4, app.Provider.Posted.Count);
        Assert.Empty(app.Leads.Due);
        var given = Assert.Single(app.Leads.DeadLetters);
        Assert.Equal((lead.Id, Track.Alert), (given.Key.Lead, given.Key.Track));
        Assert.Equal(SendResult.NotArrived, app.Leads.Sends[given.Key].Result);
    }

    [Fact]
    public async Task There_is_one_row_of_due_work_at_every_moment()
    {
        await CaptureAsync();
        for (var minutes = 0; minutes < 10; minutes++)
        {
            await app.DrainAsync();
            Assert.Single(app.Leads.Due);
            app.Clock.Advance(Minute);
        }
    }

    [Fact]
    public async Task Two_drains_at_once_tell_nobody_twice()
    {
        for (var leads = 0; leads < 20; leads++)
        {
            await CaptureAsync();
        }

        await Task.WhenAll(app.DrainAsync(), app.DrainAsync(), app.DrainAsync());

        Assert.Equal(40, app.Provider.Posted.Count);
        Assert.Equal(40, app.Provider.Posted.Select(mail => (ScriptedProvider.KeyOf(mail).Lead, mail.To[0])).Distinct().Count());
    }

    [Theory]
    [InlineData("claimed")]
    [InlineData("contacted")]
    [InlineData("closed")]
    [InlineData("tried")]
    public async Task Who_is_looked_after_needs_no_more_alerts(string how)
    {
        var lead = await CaptureAsync();
        await app.DrainAsync();
        app.Leads.Put(lead.Handle, how switch
        {
            "claimed" => lead with { AssignedTo = "anna@example.com" },
            "contacted" => lead with { Status = LeadStatus.Contacted },
            "closed" => lead with { Status = LeadStatus.Closed },
            _ => lead.Call(CallResult.NoAnswer, app.Clock.GetUtcNow()),
        });

        await app.DrainForAsync(60 * Minute);

        Assert.Equal(2, app.Provider.Posted.Count);
        Assert.Empty(app.Leads.Due);
        Assert.Empty(app.Leads.DeadLetters);
    }

    [Fact]
    public async Task The_list_is_the_settings_where_they_name_one()
    {
        await using var listed = new TestApp(settings:
        [
            ("Staff:Members:0", "anna@example.com;staff"),
            ("Staff:Members:1", "boss@example.com;admin"),
            ("Staff:Members:2", "owner@example.com;admin"),
            ("Staff:Escalation:0", "Owner@Example.com"),
            WebhookKeys.Setting,
        ]);
        await listed.CaptureAsync(ALead.Captured() with { Email = null });

        await listed.DrainForAsync(60 * Minute);

        Assert.Equal(["anna@example.com", "owner@example.com"], listed.Provider.Posted.Select(mail => mail.To[0]));
    }

    [Fact]
    public async Task Where_the_provider_does_not_report_nothing_is_passed_on()
    {
        await using var silent = new TestApp(settings: [("Staff:Members:1", "boss@example.com;admin")]);
        await silent.CaptureAsync(ALead.Captured() with { Email = null });

        await silent.DrainForAsync(60 * Minute);

        Assert.Equal(["frontdesk@example.com"], silent.Provider.Posted.Select(mail => mail.To[0]));
        Assert.Empty(silent.Leads.Due);
        Assert.Empty(silent.Leads.DeadLetters);
    }

    [Theory]
    [InlineData("stranger@example.com")]
    [InlineData("marketing@example.com")]
    [InlineData("")]
    public void A_contact_who_is_not_told_of_leads_stops_the_start_with_the_settings_name(string contact)
    {
        var options = new StaffOptions();
        options.Members.Add("anna@example.com;staff");
        options.Members.Add("marketing@example.com;marketing");
        options.Escalation.Add("anna@example.com");
        options.Escalation.Add(contact);

        Assert.Equal(
            ["Staff__Escalation__1 should be the address of a member in Staff__Members whose role is staff or admin."],
            new StaffOptionsValidator().Validate(name: null, options).Failures);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Task<Lead> CaptureAsync() => app.CaptureAsync(ALead.Captured(at: app.Clock.GetUtcNow()) with { Email = null });

    private Task ReportAsync(Lead lead, int step, MailEventKind kind) =>
        app.Events.KeepAsync([AnEvent.Of(kind, new(lead.Id, Track.Alert, step), app.Clock.GetUtcNow())], default);
}
