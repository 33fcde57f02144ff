using LeadFunctions.Digest;
using LeadFunctions.Email;
using LeadFunctions.Leads;
using LeadFunctions.StaffMail;
using LeadFunctions.Tests.Mails;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Digest;

/// <summary>Who gets the digest, in which language, and what is in it beside the news.</summary>
public sealed class DigestRoundTests : IAsyncDisposable
{
    private const string Front = "frontdesk@example.com";
    private const string Maria = "maria@example.com";

    // The clinic's clock shows noon on Monday; its digest comes at half past seven.
    private static readonly TimeSpan ToNextMorning = TimeSpan.FromHours(19.5);

    private readonly TestApp app = new(settings: [("Staff:Members:1", $"{Maria};staff;es"), ("Staff:Members:2", "manager@example.com;admin"), ("Digest:Weekly", "Tuesday")]);

    [Fact]
    public async Task Each_member_gets_a_mail_of_their_own_in_their_language()
    {
        await app.CaptureAsync();

        await ToMorningAsync();

        Assert.Equal(2, app.Provider.Accepted.Count);
        Assert.Equal("1 request waiting", To(Front).Subject);
        Assert.Equal("1 solicitud espera", To(Maria).Subject);
        Assert.Equal("es", MailBench.Parse(To(Maria)).DocumentElement.GetAttribute("lang"));
        Assert.Distinct(app.Provider.Accepted.Select(mail => mail.SendId));
        Assert.All(app.Provider.Accepted, mail => Assert.Matches("^digest20260303[0-9a-f]{12}$", mail.SendId));
    }

    [Fact]
    public async Task An_address_that_fails_gets_the_same_digest_later_and_the_others_get_it_once()
    {
        var lead = await app.CaptureAsync();
        app.Provider.Answer = mail => mail.To[0] == Maria ? new SendOutcome.RefusedForGood("400") : new SendOutcome.Accepted("id");
        await ToMorningAsync();
        for (var tick = 0; tick < 4; tick++)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(15));
            await TickAsync();
        }

        Assert.Equal([Front], app.Provider.Accepted.SelectMany(mail => mail.To));
        Assert.Empty(await app.Leads.AwaitingDigestAsync(lead.Contact.Shard, default).ToListAsync());
        app.Provider.Answer = _ => new SendOutcome.Accepted("id");
        for (var tick = 0; tick < 4; tick++)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(15));
            await TickAsync();
        }

        Assert.Equal([Front, Maria], app.Provider.Accepted.SelectMany(mail => mail.To));
        Assert.Contains(lead.Id.ToReference("PAMB"), To(Maria).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_waits_longer_than_promised_stands_first_each_morning_until_they_are_answered()
    {
        var call = await app.CaptureAsync(ALead.Captured(at: ALead.Noon, kind: LeadKind.Call));
        var fresh = await app.CaptureAsync(ALead.Captured(at: ALead.Noon.AddHours(11)));
        await ToMorningAsync();

        AssertInOrder(To(Front).Text, "LONGER THAN PROMISED (1)", call.Id.ToReference("PAMB"), "APPOINTMENTS (1)", fresh.Id.ToReference("PAMB"));

        Answer(fresh);
        app.Clock.Advance(TimeSpan.FromDays(1));
        await TickAsync();
        Assert.Contains(call.Id.ToReference("PAMB"), To(Front).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(fresh.Id.ToReference("PAMB"), To(Front).Text, StringComparison.Ordinal);

        Answer(call);
        app.Clock.Advance(TimeSpan.FromDays(1));
        await TickAsync();
        Assert.Equal(4, app.Provider.Accepted.Count);
    }

    [Fact]
    public async Task The_links_beside_a_lead_are_the_members_own()
    {
        var lead = await app.CaptureAsync();

        await ToMorningAsync();

        foreach (var address in new[] { Front, Maria })
        {
            var links = MailBench.Links(To(address)).Where(link => link.Contains(DeedLinks.Path, StringComparison.Ordinal))
                .Select(link => app.Get<DeedLinks>().Read(new Uri(link).AbsolutePath[DeedLinks.Path.Length..]))
                .OfType<DeedLink.Good>()
                .ToList();
            Assert.Equal([MailDeed.Called, MailDeed.Booked, MailDeed.Claimed, MailDeed.Spam], links.Select(link => link.Deed));
            Assert.All(links, link => Assert.Equal((lead.Id, address), (link.Lead, link.Member.Address.Value)));
        }
    }

    [Fact]
    public async Task What_did_not_arrive_what_was_booked_and_the_books_are_told()
    {
        var lead = await app.CaptureAsync(ALead.Captured(at: ALead.Noon.AddHours(1)));
        await app.Events.KeepAsync(
            [
                AnEvent.Of(MailEventKind.Bounced, new(lead.Id, Track.Alert, 0), ALead.Noon.AddHours(2)),
                AnEvent.Of(MailEventKind.Bounced, new(LeadId.New(new(2)), Track.Visitor, 0), ALead.Noon.AddHours(2)),
                AnEvent.Of(MailEventKind.Bounced, new(LeadId.New(new(3)), Track.Alert, 0), ALead.Noon.AddDays(-2)),
            ],
            default);

        await ToMorningAsync();

        var reference = lead.Id.ToReference("PAMB");
        Assert.Contains($"An alert to staff did not arrive for {reference}. ", To(Front).Text, StringComparison.Ordinal);
        Assert.Contains(
            "The books of Monday, March 2: 1 received = 1 stored ≠ 0 alerted = 1 in follow-up.\n\nStaff were not alerted of " + reference + ".", To(Front).Text, StringComparison.Ordinal);
        Assert.Contains("The week from Tuesday, February 24 to Monday, March 2: 0 requests", To(Front).Text, StringComparison.Ordinal);
        Assert.Contains("Appointments: none of 1 answered yet.", To(Front).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_week_is_told_on_its_day_alone()
    {
        await app.CaptureAsync();
        await ToMorningAsync();
        app.Clock.Advance(TimeSpan.FromDays(1));
        await TickAsync();

        Assert.Equal([true, true, false, false], app.Provider.Accepted.Select(mail => mail.Text.Contains("Tuesday, February 24", StringComparison.Ordinal) || mail.Text.Contains("martes 24 de febrero", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("friday", true)]
    [InlineData("someday", false)]
    [InlineData("1", false)]
    public void A_misspelt_weekday_stops_the_start_with_the_settings_name(string weekly, bool isGood)
    {
        var result = new DigestOptionsValidator().Validate(name: null, new() { Schedule = "0 */15 * * * *", Weekly = weekly });

        Assert.Equal(isGood, result.Succeeded);
        Assert.Equal(!isGood, result.FailureMessage?.Contains("Digest__Weekly should be a weekday", StringComparison.Ordinal) ?? false);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private EmailMessage To(string address) => app.Provider.Accepted.Last(mail => mail.To[0] == address);

    private void Answer(Lead lead) => app.Leads.Put(lead.Handle, lead with { Status = LeadStatus.Contacted, FirstRespondedAt = app.Clock.GetUtcNow() });

    private static void AssertInOrder(string text, params string[] parts)
    {
        var places = parts.Select(part => text.IndexOf(part, StringComparison.Ordinal)).ToArray();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    private async Task ToMorningAsync()
    {
        app.Clock.Advance(ToNextMorning);
        await TickAsync();
    }

    private Task TickAsync() => app.Get<DigestHandler>().HandleAsync(default);
}
