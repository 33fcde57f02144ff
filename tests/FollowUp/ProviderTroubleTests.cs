using LeadFunctions.Email;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.FollowUp;

/// <summary>What the provider refuses, or leaves unanswered.</summary>
public sealed class ProviderTroubleTests : IAsyncDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly TestApp app = new();

    [Theory]
    [InlineData(429)]
    [InlineData(0)]
    public async Task What_the_provider_refused_for_now_is_sent_once_it_takes_mail_again(int status)
    {
        app.Provider.Answer = _ => new SendOutcome.Refused(status == 429 ? TimeSpan.FromSeconds(90) : null);
        await app.CaptureAsync();
        await app.DrainForAsync(10 * Minute);

        app.Provider.Answer = _ => new SendOutcome.Accepted(null);
        await app.DrainForAsync(15 * Minute);

        Assert.Single(app.Provider.AcceptedTo(Track.Alert));
        Assert.Single(app.Provider.AcceptedTo(Track.Visitor));
    }

    [Fact]
    public async Task An_alert_that_was_not_answered_is_sent_again_within_minutes()
    {
        app.Provider.Answer = _ => new SendOutcome.Unknown("500");
        await app.CaptureAsync(ALead.Captured() with { Email = null });
        await app.DrainForAsync(10 * Minute);

        app.Provider.Answer = _ => new SendOutcome.Accepted(null);
        await app.DrainForAsync(5 * Minute);

        Assert.Single(app.Provider.AcceptedTo(Track.Alert));
    }

    [Fact]
    public async Task A_confirmation_that_was_not_answered_is_sent_again_only_after_a_long_silence_and_then_once()
    {
        app.Provider.Answer = message => ScriptedProvider.KeyOf(message).Track == Track.Visitor ? new SendOutcome.Unknown("timeout") : new SendOutcome.Accepted(null);
        var lead = await app.CaptureAsync();

        await app.DrainForAsync(TimeSpan.FromHours(25), every: TimeSpan.FromMinutes(5));
        Assert.Single(app.Provider.Posted, message => ScriptedProvider.KeyOf(message).Track == Track.Visitor);

        await app.DrainForAsync(TimeSpan.FromDays(5), every: TimeSpan.FromMinutes(5));
        Assert.Equal(2, app.Provider.Posted.Count(message => ScriptedProvider.KeyOf(message).Track == Track.Visitor));
        Assert.Equal(SendResult.DeadLetter, app.Leads.Sends[new(lead.Id, Track.Visitor, 0)].Result);
        Assert.Contains(new SendKey(lead.Id, Track.Visitor, 0), app.Leads.DeadLetters.Keys);
    }

    [Fact]
    public async Task What_the_provider_refused_for_good_becomes_a_dead_letter_and_staff_are_told_all_the_same()
    {
        app.Provider.Answer = _ => new SendOutcome.RefusedForGood("400");
        var lead = await app.CaptureAsync();
        await app.DrainForAsync(10 * Minute);

        Assert.Equal([new SendKey(lead.Id, Track.Visitor, 0)], app.Leads.DeadLetters.Keys);
        app.Provider.Answer = _ => new SendOutcome.Accepted(null);
        await app.DrainForAsync(10 * Minute);

        Assert.Single(app.Provider.AcceptedTo(Track.Alert));
        Assert.Empty(app.Leads.Due);
    }

    [Fact]
    public async Task A_provider_that_answers_every_other_post_is_given_a_rest_as_well()
    {
        var posts = 0;
        app.Provider.Answer = _ => Interlocked.Increment(ref posts) % 2 == 0 ? new SendOutcome.Unknown("timeout") : new SendOutcome.Accepted(null);
        for (var leads = 0; leads < 60; leads++)
        {
            await app.CaptureAsync();
        }

        await app.DrainAsync();

        Assert.InRange(app.Provider.Posted.Count, 10, 10 + 4);
    }

    [Fact]
    public async Task An_alert_whose_answers_are_lost_is_repeated_ever_more_slowly()
    {
        app.Provider.Answer = _ => new SendOutcome.Unknown("timeout");
        await app.CaptureAsync(ALead.Captured() with { Email = null });

        await app.DrainForAsync(TimeSpan.FromHours(1));

        Assert.InRange(app.Provider.Posted.Count, 7, 10);
    }

    [Fact]
    public async Task An_outage_of_the_provider_pauses_claiming_after_a_few_unanswered_posts()
    {
        app.Provider.Answer = _ => new SendOutcome.Unknown("500");
        for (var leads = 0; leads < 40; leads++)
        {
            await app.CaptureAsync();
        }

        await app.DrainForAsync(10 * Minute);

        Assert.InRange(app.Provider.Posted.Count, 5, 5 + 4 + 11);
        app.Provider.Answer = _ => new SendOutcome.Accepted(null);
        await app.DrainForAsync(15 * Minute);
        Assert.Equal(40, app.Provider.AcceptedTo(Track.Alert).Distinct().Count());
    }

    [Fact]
    public async Task A_key_that_the_provider_does_not_take_stops_sending_and_loses_nothing()
    {
        app.Provider.Answer = _ => new SendOutcome.Misconfigured("401");
        for (var leads = 0; leads < 20; leads++)
        {
            await app.CaptureAsync();
        }

        await app.DrainForAsync(10 * Minute);
        Assert.InRange(app.Provider.Posted.Count, 1, 4 + 11);

        app.Provider.Answer = _ => new SendOutcome.Accepted(null);
        await app.DrainForAsync(15 * Minute);
        Assert.Equal(20, app.Provider.AcceptedTo(Track.Visitor).Distinct().Count());
        Assert.Empty(app.Leads.DeadLetters);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
