using LeadFunctions.Email;
using LeadFunctions.FollowUp;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.FollowUp;

/// <summary>Many mails at once: what is claimed together, and what goes wrong with some of it.</summary>
public sealed class LaneTests : IAsyncDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly TestApp app = new(mailsAtOnce: 16);

    [Fact]
    public async Task Much_work_of_one_shard_is_claimed_and_completed_together()
    {
        await CaptureAsync(100);
        app.Leads.BeforeMoves = async _ => await Task.Yield();

        await app.DrainAsync();

        Assert.Equal(200, app.Provider.Accepted.Count);
        Assert.InRange(app.Leads.BatchSizes.Count, 1, 200);
        Assert.InRange(app.Leads.BatchSizes.Max(), 10, 33);
    }

    [Fact]
    public async Task Thousands_of_mails_go_once_each_and_few_of_them_are_claimed_at_any_time()
    {
        const int Leads = 2500;
        var mostClaimed = 0;
        for (var lead = 0; lead < Leads; lead++)
        {
            await app.CaptureAsync(ALead.Captured(ALead.AContact(lead % Shard.Count)));
        }

        app.Leads.BeforeMoves = _ =>
        {
            mostClaimed = Math.Max(mostClaimed, app.Leads.Claimed);
            return Task.CompletedTask;
        };
        for (var drains = 0; drains < 5 && app.Provider.Posted.Count < 2 * Leads; drains++)
        {
            await app.DrainAsync();
        }

        Assert.Equal(2 * Leads, app.Provider.Accepted.Select(ScriptedProvider.KeyOf).Distinct().Count());
        Assert.Equal(2 * Leads, app.Provider.Posted.Count);
        Assert.InRange(mostClaimed, 1, 8 * 16);
        Assert.InRange(app.Leads.MostRead, 1, 250);
    }

    [Fact]
    public async Task Two_drains_over_the_same_five_hundred_rows_send_each_mail_once()
    {
        await using var other = new TestApp(mailsAtOnce: 16, app.Leads, app.Clock);
        var leads = new List<Lead>();
        for (var lead = 0; lead < 250; lead++)
        {
            leads.Add(await app.CaptureAsync(ALead.Captured(ALead.AContact(lead % 3))));
        }

        app.Provider.Meanwhile = other.Provider.Meanwhile = async _ => await Task.Yield();
        await Task.WhenAll(Task.Run(app.DrainAsync), Task.Run(other.DrainAsync));
        await app.DrainForAsync(5 * Minute);

        var posted = app.Provider.Posted.Concat(other.Provider.Posted).Select(ScriptedProvider.KeyOf).ToList();
        Assert.Equal(500, posted.Count);
        HashSet<SendKey> due = [.. leads.SelectMany(lead => new SendKey[] { new(lead.Id, Track.Alert, 0), new(lead.Id, Track.Visitor, 0) })];
        Assert.Equal(due, [.. posted]);
    }

    [Fact]
    public async Task An_unsubscribe_before_the_claim_stops_that_mail_and_none_of_the_others()
    {
        var leads = await CaptureAsync(9);
        var leaves = leads[4];
        app.Leads.BeforeMoves = async moves =>
        {
            if (moves.Any(move => move.Contact?.Key == leaves.Contact))
            {
                app.Leads.BeforeMoves = _ => Task.CompletedTask;
                await app.Leads.SuppressAsync(leaves.Contact, [new(SuppressionReason.Unsubscribed, app.Clock.GetUtcNow())], default);
            }
        };

        await app.DrainForAsync(5 * Minute);

        Assert.Equal(8, app.Provider.AcceptedTo(Track.Visitor).Count);
        Assert.DoesNotContain(new SendKey(leaves.Id, Track.Visitor, 0), app.Provider.Posted.Select(ScriptedProvider.KeyOf));
        Assert.Equal(SendResult.Suppressed, app.Leads.Sends[new(leaves.Id, Track.Visitor, 0)].Result);
    }

    [Fact]
    public async Task After_an_unsubscribe_between_claim_and_post_that_mail_is_the_last()
    {
        var leads = await CaptureAsync(9);
        app.Provider.Meanwhile = message => ScriptedProvider.KeyOf(message).Track == Track.Visitor
            ? Task.WhenAll(leads.Select(lead => app.Leads.SuppressAsync(lead.Contact, [new(SuppressionReason.Unsubscribed, app.Clock.GetUtcNow())], default)))
            : Task.CompletedTask;

        await app.DrainForAsync(TimeSpan.FromDays(10), every: TimeSpan.FromHours(6));

        Assert.All(app.Provider.AcceptedTo(Track.Visitor), key => Assert.Equal(0, key.Step));
        Assert.All(leads, lead => Assert.InRange(app.Provider.AcceptedTo(Track.Visitor).Count(key => key.Lead == lead.Id), 0, 1));
        Assert.Empty(app.Leads.Due);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Claims_whose_answer_is_lost_are_taken_up_again_without_a_day_of_waiting(bool areCommitted)
    {
        await CaptureAsync(20);
        app.Leads.BeforeMoves = moves =>
        {
            if (moves is { Count: > 1 } && moves.All(move => move is { Next.State: DueState.Sending, From.Key.Track: Track.Visitor }))
            {
                app.Leads.BeforeMoves = _ => Task.CompletedTask;
                app.Leads.LosesNextAnswer = areCommitted;
                app.Leads.RefusesNextMove = !areCommitted;
            }

            return Task.CompletedTask;
        };

        await app.DrainForAsync(10 * Minute);

        Assert.Equal(20, app.Provider.AcceptedTo(Track.Visitor).Distinct().Count());
        Assert.Equal(40, app.Provider.Posted.Count);
    }

    [Fact]
    public async Task Mails_that_were_accepted_while_storage_went_away_are_recorded_later_and_not_sent_again()
    {
        await CaptureAsync(20, Consent.None);
        app.Provider.Meanwhile = message =>
        {
            app.Leads.IsAway |= ScriptedProvider.KeyOf(message).Track == Track.Visitor;
            return Task.CompletedTask;
        };
        await app.DrainAsync();
        app.Leads.IsAway = false;
        app.Provider.Meanwhile = _ => Task.CompletedTask;

        await app.DrainForAsync(TimeSpan.FromHours(27), every: 5 * Minute);

        Assert.Equal(20, app.Provider.AcceptedTo(Track.Visitor).Distinct().Count());
        Assert.Equal(40, app.Provider.Posted.Count);
        Assert.Equal(20, app.Leads.Sends.Values.Count(send => send is { Result: SendResult.Accepted, Key.Track: Track.Visitor }));
    }

    [Fact]
    public async Task A_shard_that_is_away_keeps_no_other_waiting()
    {
        for (var shard = 0; shard < Shard.Count; shard++)
        {
            await app.CaptureAsync(ALead.Captured(ALead.AContact(shard)));
        }

        app.Leads.ShardAway = new Shard(3);
        await app.DrainAsync();
        Assert.Equal(30, app.Provider.Accepted.Count);
        Assert.All(app.Provider.Accepted, message => Assert.NotEqual(3, ScriptedProvider.KeyOf(message).Lead.Shard.Number));

        app.Leads.ShardAway = null;
        await app.DrainForAsync(5 * Minute);
        Assert.Equal(32, app.Provider.Posted.Count);
    }

    [Fact]
    public async Task Claims_that_wait_too_long_for_their_turn_are_given_back_unsent_and_sent_another_time()
    {
        await using var oneByOne = new TestApp(mailsAtOnce: 1);
        for (var lead = 0; lead < 12; lead++)
        {
            await oneByOne.CaptureAsync(ALead.Captured() with { Email = null });
        }

        oneByOne.Provider.Meanwhile = _ =>
        {
            // Quick for a while, so that many are claimed ahead, and then slow.
            oneByOne.Clock.Advance(oneByOne.Provider.Posted.Count == 3 ? SendProtocol.ClaimToPost + TimeSpan.FromSeconds(1) : TimeSpan.Zero);
            return Task.CompletedTask;
        };
        var given = 0;
        oneByOne.Leads.BeforeMoves = moves =>
        {
            given += moves.Count(move => move is { From.State: DueState.Sending, Next: { State: DueState.Due, Attempts: 0, Refusals: 0 } });
            return Task.CompletedTask;
        };

        await oneByOne.DrainForAsync(5 * Minute);

        Assert.NotEqual(0, given);
        Assert.Equal(12, oneByOne.Provider.Posted.Count);
        Assert.Equal(12, oneByOne.Provider.AcceptedTo(Track.Alert).Distinct().Count());
    }

    [Fact]
    public async Task What_was_claimed_and_not_posted_when_the_provider_became_unwell_is_given_back()
    {
        app.Provider.Answer = message => new SendOutcome.Unknown("timeout");
        app.Provider.Meanwhile = async _ => await Task.Yield();
        await CaptureAsync(60);

        await app.DrainAsync();

        Assert.InRange(app.Provider.Posted.Count, 5, 5 + 16);
        Assert.Equal(app.Provider.Posted.Count, app.Leads.Claimed);
    }

    [Fact]
    public async Task A_drain_that_is_stopped_records_what_was_posted_and_gives_back_what_was_not()
    {
        using var stop = new CancellationTokenSource();
        await CaptureAsync(60);
        app.Provider.Meanwhile = async _ =>
        {
            await Task.Yield();
            await stop.CancelAsync();
        };

        await app.Get<DrainHandler>().HandleAsync(stop.Token);

        Assert.InRange(app.Provider.Posted.Count, 1, 16);
        Assert.Equal(app.Provider.Posted.Count, app.Leads.Sends.Count);
        Assert.Equal(0, app.Leads.Claimed);
        app.Provider.Meanwhile = _ => Task.CompletedTask;
        await app.DrainForAsync(5 * Minute);
        Assert.Equal(120, app.Provider.Posted.Count);
    }

    [Fact]
    public async Task A_lead_that_cannot_be_read_stops_none_of_those_that_are_read_with_it()
    {
        var leads = await CaptureAsync(9);
        app.Leads.Unreadable = leads[4].Handle;

        await app.DrainForAsync(30 * Minute);

        Assert.Equal(16, app.Provider.Accepted.Select(ScriptedProvider.KeyOf).Distinct().Count());
        Assert.Equal([leads[4].Id], app.Leads.DeadLetters.Keys.Select(key => key.Lead).Distinct());
    }

    [Fact]
    public async Task Two_mails_of_one_person_that_are_due_at_once_both_go_the_one_after_the_other()
    {
        var contact = ALead.AContact();
        await app.CaptureAsync(ALead.Captured(contact) with { Consent = Consent.None });
        await app.CaptureAsync(ALead.Captured(contact) with { Consent = Consent.None });
        await CaptureAsync(6);

        await app.DrainAsync();

        // Of the two confirmations the second is one too many, and is seen to be.
        Assert.Equal(7, app.Provider.AcceptedTo(Track.Visitor).Count);
        Assert.Single(app.Leads.Sends.Values, send => send.Result == SendResult.Capped);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IReadOnlyList<Lead>> CaptureAsync(int count, Consent? consent = null)
    {
        var leads = new List<Lead>();
        for (var times = 0; times < count; times++)
        {
            var lead = ALead.Captured(at: app.Clock.GetUtcNow());
            leads.Add(await app.CaptureAsync(lead with { Consent = consent ?? lead.Consent }));
        }

        return leads;
    }
}
