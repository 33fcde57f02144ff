using LeadFunctions.FollowUp;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace LeadFunctions.Tests.FollowUp;

/// <summary>The parts of which lanes are made.</summary>
public sealed class LanePartsTests
{
    private readonly FakeTimeProvider clock = new(ALead.Noon);

    [Fact]
    public async Task Who_waits_is_let_in_by_precedence_and_then_by_turn()
    {
        var turnstile = new Turnstile(() => 1);
        var entered = new List<string>();
        await turnstile.EnterAsync(1, Precedence.Staff, default);
        Task[] all =
        [
            EnterAsync("visitor", Precedence.Visitor), EnterAsync("staff", Precedence.Staff), EnterAsync("danger", Precedence.Danger),
            EnterAsync("second staff", Precedence.Staff),
        ];

        turnstile.Leave(1);
        await Task.WhenAll(all);

        Assert.Equal(["danger", "staff", "second staff", "visitor"], entered);

        async Task EnterAsync(string name, Precedence precedence)
        {
            await turnstile.EnterAsync(1, precedence, default);
            entered.Add(name);
            turnstile.Leave(1);
        }
    }

    [Fact]
    public async Task A_party_goes_in_whole_or_waits_and_one_that_is_too_large_goes_alone()
    {
        var turnstile = new Turnstile(() => 4);
        await turnstile.EnterAsync(3, Precedence.Staff, default);

        var party = turnstile.EnterAsync(9, Precedence.Staff, default);
        Assert.False(party.IsCompleted);
        turnstile.Leave(2);
        Assert.False(party.IsCompleted);
        turnstile.Leave(1);

        await party;
    }

    [Fact]
    public async Task Who_gives_up_waiting_is_not_waited_for()
    {
        using var patience = new CancellationTokenSource();
        var turnstile = new Turnstile(() => 2);
        await turnstile.EnterAsync(1, Precedence.Staff, default);
        var large = turnstile.EnterAsync(2, Precedence.Danger, patience.Token);
        var small = turnstile.EnterAsync(1, Precedence.Staff, default);
        Assert.False(small.IsCompleted);

        await patience.CancelAsync();

        await small;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => large);
    }

    [Fact]
    public async Task A_lane_waits_for_the_others_but_not_for_ever_and_only_once_for_the_same_one()
    {
        var order = new LaneOrder(clock);
        foreach (var lane in Shard.All.Skip(2))
        {
            order.Leave(lane);
        }

        var first = order.ReachAsync(Shard.All[0], Precedence.Danger, default);
        Assert.False(first.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(2));
        await first;

        Assert.True(order.ReachAsync(Shard.All[0], Precedence.Visitor, default).IsCompleted);
    }

    [Fact]
    public async Task Nothing_is_begun_before_all_lanes_are_done_with_what_goes_before()
    {
        var order = new LaneOrder(clock);
        var begun = Shard.All.Skip(1).Select(lane => order.ReachAsync(lane, Precedence.Call, default)).ToList();

        var last = order.ReachAsync(Shard.All[0], Precedence.Danger, default);
        Assert.True(last.IsCompleted);
        Assert.All(begun, lane => Assert.False(lane.IsCompleted));
        await order.ReachAsync(Shard.All[0], Precedence.Call, default);

        await Task.WhenAll(begun);
    }

    [Fact]
    public void As_much_is_claimed_ahead_as_the_provider_takes_in_two_seconds_and_each_lane_has_its_share()
    {
        var pace = new SendPace(Options.Create(new FollowUpOptions { MailsAtOnce = 64 }), clock);
        for (var lane = 0; lane < 16; lane++)
        {
            pace.LaneBegins();
        }

        Assert.Equal(64 / 32, pace.Together);
        Answer(TimeSpan.FromMilliseconds(100));
        Assert.Equal(8 * 64 / 32, pace.Together);
        Answer(TimeSpan.FromSeconds(5));
        Assert.Equal(64 / 32, pace.Together);

        void Answer(TimeSpan time)
        {
            var begun = clock.GetTimestamp();
            clock.Advance(time);
            pace.Answered(begun);
        }
    }

    [Fact]
    public async Task The_first_move_goes_at_once_and_those_that_come_meanwhile_go_together()
    {
        var leads = new InMemoryLeadStore();
        var work = await BegunAsync(leads, 5);
        var gathered = new GatheredMoves(leads);
        var answer = new TaskCompletionSource();
        leads.BeforeMoves = _ => answer.Task;

        var moves = work.Select(each => gathered.TryMoveAsync(new(each))).ToList();
        answer.SetResult();
        await Task.WhenAll(moves);

        Assert.Equal([1, 4], leads.BatchSizes);
        Assert.Empty(leads.Due);
    }

    [Fact]
    public async Task A_move_that_cannot_be_made_takes_none_of_the_others_along()
    {
        var leads = new InMemoryLeadStore();
        var work = await BegunAsync(leads, 4);
        var gathered = new GatheredMoves(leads);
        var answer = new TaskCompletionSource();
        leads.BeforeMoves = _ => answer.Task;

        var first = gathered.TryMoveAsync(new(work[0]));
        var bad = gathered.TryMoveAsync(new(work[1]) { Next = work[1] });
        Task<MoveOutcome>[] good = [gathered.TryMoveAsync(new(work[2])), gathered.TryMoveAsync(new(work[3]))];
        answer.SetResult();

        await Assert.ThrowsAsync<InvalidOperationException>(() => bad);
        Assert.All(await Task.WhenAll([first, .. good]), outcome => Assert.IsType<MoveOutcome.Committed>(outcome));
    }

    [Fact]
    public async Task Moves_of_a_store_that_is_away_fail_as_one_alone_would()
    {
        var leads = new InMemoryLeadStore();
        var work = await BegunAsync(leads, 1);
        leads.IsAway = true;

        await Assert.ThrowsAsync<LeadStoreUnavailableException>(() => new GatheredMoves(leads).TryMoveAsync(new(work[0])));
    }

    private static async Task<IReadOnlyList<DueWork>> BegunAsync(InMemoryLeadStore leads, int count)
    {
        for (var lead = 0; lead < count; lead++)
        {
            await leads.CaptureAsync(ALead.New(ALead.Captured() with { Email = null }), default);
        }

        return leads.Due;
    }
}
