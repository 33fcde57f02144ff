using System.Text;
using System.Text.Json.Nodes;
using LeadFunctions.Events;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Events;

/// <summary>Who is not written to any more because of what the provider tells.</summary>
public sealed class SuppressionTests : IAsyncDisposable
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly TestApp app = new();

    [Theory]
    [InlineData("bounce", "type", "bounce", SuppressionReason.Bounced)]
    [InlineData("dropped", "reason", "Bounced Address", SuppressionReason.Bounced)]
    [InlineData("dropped", "reason", "Invalid", SuppressionReason.Bounced)]
    [InlineData("dropped", "reason", "Spam Reporting Address", SuppressionReason.Complained)]
    [InlineData("dropped", "reason", "Unsubscribed Address", SuppressionReason.Unsubscribed)]
    [InlineData("spamreport", "x", "y", SuppressionReason.Complained)]
    [InlineData("unsubscribe", "x", "y", SuppressionReason.Unsubscribed)]
    [InlineData("group_unsubscribe", "asm_group_id", "7", SuppressionReason.Unsubscribed)]
    public async Task Who_cannot_or_will_not_be_reached_gets_no_more_mail(string name, string field, string value, SuppressionReason reason)
    {
        var lead = await ConfirmedAsync();

        await TellAsync(Event(name, lead, (field, value)));
        await app.DrainForAsync(60 * Day, Day);

        var contact = await app.Leads.FindContactAsync(lead.Contact, default);
        Assert.Equal(contact, (contact! with { UnsubscribedAt = null, BouncedAt = null, ComplainedAt = null }).With(new(reason, ALead.Noon)));
        Assert.Single(app.Provider.AcceptedTo(Track.Visitor));
        Assert.Equal(SendResult.Suppressed, app.Leads.Sends[new(lead.Id, Track.Visitor, 1)].Result);
    }

    [Theory]
    [InlineData("processed", "x", "y")]
    [InlineData("delivered", "x", "y")]
    [InlineData("deferred", "attempt", "5")]
    [InlineData("bounce", "type", "blocked")]
    [InlineData("dropped", "reason", "Spam Content (if Spam Checker app is enabled)")]
    [InlineData("dropped", "reason", "Recipient List over Package Quota")]
    [InlineData("dropped", "reason", "something new")]
    [InlineData("open", "x", "y")]
    [InlineData("click", "x", "y")]
    [InlineData("group_resubscribe", "asm_group_id", "7")]
    [InlineData("brand_new", "x", "y")]
    public async Task Whatever_else_happens_to_a_mail_the_next_one_comes(string name, string field, string value)
    {
        var lead = await ConfirmedAsync();

        await TellAsync(Event(name, lead, (field, value)));
        await app.DrainForAsync(3 * Day, Day);

        Assert.False((await app.Leads.FindContactAsync(lead.Contact, default))!.IsSuppressed);
        Assert.Contains(new SendKey(lead.Id, Track.Visitor, 1), app.Provider.AcceptedTo(Track.Visitor));
    }

    [Fact]
    public async Task An_alert_that_bounces_says_nothing_of_the_person_it_is_about()
    {
        var lead = await ConfirmedAsync();
        var told = Event("bounce", lead, ("type", "bounce"));
        told["sid"] = new SendId(new(lead.Id, Track.Alert, 0), 1).ToString();
        told["email"] = "frontdesk@example.com";

        await TellAsync(told);

        Assert.False((await app.Leads.FindContactAsync(lead.Contact, default))!.IsSuppressed);
        var evidence = Assert.Single(MailEvidence.ByMail(await app.Events.OfLeadAsync(lead.Id, default).ToListAsync()));
        Assert.True(evidence.Delivery.HasFailed);
        Assert.Equal(app.Get<LeadKeys>().Contact(ALead.Email("frontdesk@example.com"), null), evidence.Events[0].Event.Recipient);
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("r.example@another.example")]
    public async Task The_lead_knows_whom_an_event_means_when_its_address_does_not(string address)
    {
        var lead = await ConfirmedAsync();
        var told = Event("spamreport", lead);
        told["email"] = address;

        await TellAsync(told);

        Assert.NotNull((await app.Leads.FindContactAsync(lead.Contact, default))!.ComplainedAt);
    }

    [Fact]
    public async Task A_complaint_of_somebody_whose_lead_is_gone_is_remembered_all_the_same()
    {
        var told = Event("spamreport", ALead.Captured());

        await TellAsync(told);

        var contact = await app.Leads.FindContactAsync(app.Get<LeadKeys>().Contact(ALead.Email("robin@example.com"), null), default);
        Assert.NotNull(contact!.ComplainedAt);
    }

    [Fact]
    public async Task Each_reason_keeps_its_earliest_time_in_whatever_order_they_are_told()
    {
        var lead = await ConfirmedAsync();
        var events = new[]
        {
            Event("spamreport", lead, after: 9),
            Event("bounce", lead, after: 5, more: ("type", "bounce")),
            Event("bounce", lead, after: 2, more: ("type", "bounce")),
            Event("unsubscribe", lead, after: 7),
            Event("spamreport", lead, after: 3),
        };

        foreach (var told in events.Concat(events.AsEnumerable().Reverse()))
        {
            await TellAsync(told);
        }

        var contact = (await app.Leads.FindContactAsync(lead.Contact, default))!;
        Assert.Equal((At(7), At(2), At(3)), (contact.UnsubscribedAt, contact.BouncedAt, contact.ComplainedAt));
    }

    [Fact]
    public async Task A_bounce_between_the_look_and_the_claim_wins()
    {
        var lead = await ConfirmedAsync();
        app.Clock.Advance(2 * Day);
        var work = Assert.Single(app.Leads.Due);
        var contact = await app.Leads.FindContactAsync(lead.Contact, default);
        var send = Assert.IsType<LeadFunctions.FollowUp.Decision.Send>(app.Get<LeadFunctions.FollowUp.VisitorRules>().Decide(work, lead, contact!, app.Clock.GetUtcNow()));

        await TellAsync(Event("bounce", lead, ("type", "bounce")));

        Assert.False(await app.Get<LeadFunctions.FollowUp.MailPosting>().TryPostAsync(work, send, default));
        Assert.Single(app.Provider.AcceptedTo(Track.Visitor));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static DateTimeOffset At(int minutes) => ALead.Noon.AddMinutes(minutes);

    private static JsonObject Event(string name, Lead lead, (string, JsonNode?) more = default, int after = 0)
    {
        var told = Webhook.Event(name, new(new(lead.Id, Track.Visitor, 0), 1), At(after));
        if (more.Item1 is not null)
        {
            told[more.Item1] = more.Item2;
        }

        return told;
    }

    // The contact is the address's, as the capture has it.
    private async Task<Lead> ConfirmedAsync()
    {
        var lead = await app.CaptureAsync(ALead.Captured(app.Get<LeadKeys>().Contact(ALead.Email("robin@example.com"), null)));
        await app.DrainAsync();
        return lead;
    }

    private async Task TellAsync(JsonObject told) =>
        Assert.IsType<EmailEventsResult.Kept>(await app.Get<EmailEventsHandler>().HandleAsync(app.Get<EventReader>().Read(Encoding.UTF8.GetBytes($"[{told.ToJsonString()}]")), length: 0));
}
