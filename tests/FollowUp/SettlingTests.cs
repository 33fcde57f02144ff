using LeadFunctions.Email;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.FollowUp;

/// <summary>What evidence decides about mails whose post was not answered.</summary>
public sealed class SettlingTests : IAsyncDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly TestApp app = new();

    [Theory]
    [InlineData(MailEventKind.Processed)]
    [InlineData(MailEventKind.Delivered)]
    [InlineData(MailEventKind.Bounced)]
    [InlineData(MailEventKind.Dropped)]
    [InlineData(MailEventKind.Opened)]
    [InlineData(MailEventKind.Clicked)]
    [InlineData(MailEventKind.Other)]
    public async Task Any_event_of_a_mail_that_was_not_answered_completes_it_as_an_answer_would(MailEventKind kind)
    {
        var confirmation = await UnansweredConfirmationAsync();

        await KeepAsync(AnEvent.Of(kind, confirmation, app.Clock.GetUtcNow()) with { MessageId = "14c5" });
        await app.DrainForAsync(10 * Minute);

        var record = app.Leads.Sends[confirmation];
        Assert.Equal((SendResult.Accepted, "14c5"), (record.Result, record.MessageId));
        Assert.Equal((1, DueState.Due), (Assert.Single(app.Leads.Due).Key.Step, app.Leads.Due[0].State));
        await app.DrainForAsync(TimeSpan.FromHours(30), 5 * Minute);
        Assert.Single(PostsOf(confirmation));
    }

    [Fact]
    public async Task A_late_word_of_the_first_attempt_stands_for_the_second_too()
    {
        var confirmation = await UnansweredConfirmationAsync();
        await app.DrainForAsync(TimeSpan.FromHours(27), 5 * Minute);
        Assert.Equal(2, PostsOf(confirmation).Count());

        await KeepAsync(AnEvent.Of(MailEventKind.Delivered, confirmation, ALead.Noon) with { Attempt = 1 });
        await app.DrainForAsync(10 * Minute);

        Assert.Equal(SendResult.Accepted, app.Leads.Sends[confirmation].Result);
        Assert.Empty(app.Leads.DeadLetters);
    }

    [Fact]
    public async Task A_mail_of_which_the_provider_is_silent_while_it_tells_of_later_ones_is_sent_again_after_half_an_hour_once()
    {
        var confirmation = await UnansweredConfirmationAsync();
        await KeepAsync(AnEvent.Of(MailEventKind.Processed, AnEvent.Mail(), app.Clock.GetUtcNow() + (2 * Minute)));

        await app.DrainForAsync(28 * Minute);
        Assert.Single(PostsOf(confirmation));

        await app.DrainForAsync(10 * Minute);
        Assert.Equal(2, PostsOf(confirmation).Count());

        await KeepAsync(AnEvent.Of(MailEventKind.Processed, AnEvent.Mail(), app.Clock.GetUtcNow() + (2 * Minute)));
        await app.DrainForAsync(TimeSpan.FromHours(40), 5 * Minute);
        Assert.Equal(2, PostsOf(confirmation).Count());
        Assert.Contains(confirmation, app.Leads.DeadLetters.Keys);
    }

    [Theory]
    [InlineData(MailEventKind.Processed, -60)]
    [InlineData(MailEventKind.Processed, 30)]
    [InlineData(MailEventKind.Delivered, 120)]
    [InlineData(MailEventKind.Clicked, 120)]
    public async Task Only_word_of_a_mail_that_was_certainly_taken_later_shortens_the_silence(MailEventKind kind, int seconds)
    {
        var confirmation = await UnansweredConfirmationAsync();

        await KeepAsync(AnEvent.Of(kind, AnEvent.Mail(), ALead.Noon.AddSeconds(seconds)));
        await app.DrainForAsync(TimeSpan.FromHours(25), 5 * Minute);

        Assert.Single(PostsOf(confirmation));
    }

    [Fact]
    public async Task Word_that_comes_out_of_order_does_not_lengthen_the_silence_again()
    {
        var confirmation = await UnansweredConfirmationAsync();

        await KeepAsync(AnEvent.Of(MailEventKind.Processed, AnEvent.Mail(), ALead.Noon.AddMinutes(5)));
        await KeepAsync(AnEvent.Of(MailEventKind.Processed, AnEvent.Mail(), ALead.Noon.AddMinutes(-5)));
        await app.DrainForAsync(40 * Minute);

        Assert.Equal(2, PostsOf(confirmation).Count());
    }

    [Fact]
    public async Task An_alert_that_arrived_though_its_answer_was_lost_is_not_sent_again()
    {
        app.Provider.Answer = _ => new SendOutcome.Unknown("timeout");
        var lead = await app.CaptureAsync(ALead.Captured() with { Email = null });
        await app.DrainAsync();

        await KeepAsync(AnEvent.Of(MailEventKind.Processed, new(lead.Id, Track.Alert, 0)));
        await app.DrainForAsync(30 * Minute);

        Assert.Single(app.Provider.Posted);
        Assert.Empty(app.Leads.Due);
    }

    [Fact]
    public async Task While_evidence_cannot_be_read_nothing_is_judged()
    {
        var confirmation = await UnansweredConfirmationAsync();
        app.Events.IsAway = true;
        await app.DrainForAsync(TimeSpan.FromHours(30), 5 * Minute);
        Assert.Single(PostsOf(confirmation));

        app.Events.IsAway = false;
        await KeepAsync(AnEvent.Of(MailEventKind.Processed, confirmation));
        await app.DrainForAsync(10 * Minute);

        Assert.Equal(SendResult.Accepted, app.Leads.Sends[confirmation].Result);
    }

    [Fact]
    public async Task A_provider_that_can_be_asked_and_has_the_mail_settles_it_when_the_claim_ends()
    {
        var confirmation = await UnansweredConfirmationAsync();
        app.Provider.Tell = send => send == new SendId(confirmation, 1) ? new SendOutcome.Accepted("op-1") : new SendOutcome.Unknown("no");

        await app.DrainForAsync(3 * Minute);

        var record = app.Leads.Sends[confirmation];
        Assert.Equal((SendResult.Accepted, "op-1"), (record.Result, record.MessageId));
        await app.DrainForAsync(TimeSpan.FromHours(30), 5 * Minute);
        Assert.Single(PostsOf(confirmation));
    }

    [Fact]
    public async Task A_provider_that_has_never_heard_of_the_mail_gets_it_again_within_minutes_as_the_same_sending()
    {
        var confirmation = await UnansweredConfirmationAsync();
        app.Provider.Tell = _ => new SendOutcome.Refused(null);
        app.Provider.Answer = _ => new SendOutcome.Accepted(null);

        await app.DrainForAsync(5 * Minute);

        Assert.Equal([$"{new SendId(confirmation, 1)}", $"{new SendId(confirmation, 1)}"], PostsOf(confirmation).Select(mail => mail.SendId));
        Assert.Equal(SendResult.Accepted, app.Leads.Sends[confirmation].Result);
    }

    [Fact]
    public async Task A_mail_that_the_provider_took_and_gave_up_becomes_a_dead_letter()
    {
        var confirmation = await UnansweredConfirmationAsync();
        app.Provider.Tell = _ => new SendOutcome.RefusedForGood("the provider gave it up (EmailDropped)");

        await app.DrainForAsync(5 * Minute);

        Assert.Single(PostsOf(confirmation));
        Assert.Contains(confirmation, app.Leads.DeadLetters.Keys);
    }

    [Fact]
    public async Task What_is_told_of_an_earlier_try_stands_for_the_mail_and_while_that_is_unclear_nothing_is_sent()
    {
        var confirmation = await UnansweredConfirmationAsync();
        await app.DrainForAsync(TimeSpan.FromHours(27), 5 * Minute);
        Assert.Equal(2, PostsOf(confirmation).Count());

        app.Provider.Tell = send => send.Attempt == 2 ? new SendOutcome.Refused(null) : new SendOutcome.Unknown("500");
        await app.DrainForAsync(10 * Minute);
        Assert.Equal(2, PostsOf(confirmation).Count());

        app.Provider.Tell = send => send.Attempt == 2 ? new SendOutcome.Refused(null) : new SendOutcome.Accepted("op-1");
        await app.DrainForAsync(10 * Minute);
        Assert.Equal("op-1", app.Leads.Sends[confirmation].MessageId);
        Assert.Equal(2, PostsOf(confirmation).Count());
    }

    [Fact]
    public async Task An_alert_that_the_provider_has_is_not_sent_again()
    {
        app.Provider.Answer = _ => new SendOutcome.Unknown("timeout");
        app.Provider.Tell = _ => new SendOutcome.Accepted("op-1");
        await app.CaptureAsync(ALead.Captured() with { Email = null });

        await app.DrainForAsync(30 * Minute);

        Assert.Single(app.Provider.Posted);
        Assert.Empty(app.Leads.Due);
    }

    [Fact]
    public async Task An_event_settles_a_mail_without_a_question()
    {
        var confirmation = await UnansweredConfirmationAsync();
        app.Provider.Tell = _ => throw new InvalidOperationException("Nobody asks.");

        await KeepAsync(AnEvent.Of(MailEventKind.Processed, confirmation, app.Clock.GetUtcNow()));
        await app.DrainForAsync(3 * Minute);

        Assert.Equal(SendResult.Accepted, app.Leads.Sends[confirmation].Result);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Task KeepAsync(MailEvent happened) => app.Events.KeepAsync([happened], default);

    private IEnumerable<EmailMessage> PostsOf(SendKey mail) => app.Provider.Posted.Where(message => ScriptedProvider.KeyOf(message) == mail);

    private async Task<SendKey> UnansweredConfirmationAsync()
    {
        app.Provider.Answer = message => ScriptedProvider.KeyOf(message) is { Track: Track.Visitor, Step: 0 }
            ? new SendOutcome.Unknown("timeout")
            : new SendOutcome.Accepted(null);
        var lead = await app.CaptureAsync();
        await app.DrainAsync();
        return new(lead.Id, Track.Visitor, 0);
    }
}
