using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Storage;

/// <summary>What <see cref="IUpkeepLog"/> promises; each keeper of the promise runs all of it.</summary>
public abstract class UpkeepLogContract
{
    private static readonly DateTimeOffset Noon = ALead.Noon;

    protected abstract IUpkeepLog Log { get; }

    [Fact]
    public async Task The_last_run_of_each_timer_is_known_and_when_it_last_went_well()
    {
        var well = new TimerRun("Drain", Noon, TimeSpan.FromMilliseconds(1500)) { SucceededAt = Noon, AcceptedAt = Noon.AddSeconds(1) };
        var failed = new TimerRun("Drain", Noon.AddMinutes(1), TimeSpan.FromSeconds(2)) { Failure = "InvalidOperationException", Pause = SendingPause.Refusal };

        await Log.RanAsync(new("Backup", Noon, TimeSpan.Zero), default);
        await Log.RanAsync(well, default);
        var before = await Log.ReadAsync(default);
        await Log.RanAsync(failed, default);
        var after = await Log.ReadAsync(default);

        Assert.Equal(well, before.Runs["Drain"]);
        Assert.Equal(failed with { SucceededAt = Noon, AcceptedAt = Noon.AddSeconds(1) }, after.Runs["Drain"]);
        Assert.Equal(["Backup", "Drain"], after.Runs.Keys.Order());
    }

    [Fact]
    public async Task A_run_that_goes_well_again_takes_the_failure_away()
    {
        await Log.RanAsync(new("Drain", Noon, TimeSpan.Zero) { Failure = "IOException", Pause = SendingPause.Silence }, default);
        await Log.RanAsync(new("Drain", Noon.AddMinutes(1), TimeSpan.Zero) { SucceededAt = Noon.AddMinutes(1) }, default);

        var run = (await Log.ReadAsync(default)).Runs["Drain"];

        Assert.Null(run.Failure);
        Assert.Null(run.Pause);
    }

    [Fact]
    public async Task When_each_provider_last_told_something_is_known()
    {
        await Log.HeardAsync("SendGrid", Noon, default);
        await Log.HeardAsync("SendGrid", Noon.AddMinutes(5), default);
        await Log.HeardAsync("AzureCommunication", Noon, default);

        var heard = (await Log.ReadAsync(default)).Heard;

        Assert.Equal(Noon.AddMinutes(5), heard["SendGrid"]);
        Assert.Equal(Noon, heard["AzureCommunication"]);
    }

    [Fact]
    public async Task How_far_a_scrub_has_come_is_known_until_the_next()
    {
        var open = new ScrubPass { BegunAt = Noon, Next = new Shard(11), Leads = 7, Mended = 1, Dropped = 2, Left = 2, Reported = ["LeadLost a03 1f2e3d43", "Unreadable a04 00000004"] };
        await Log.ScrubbedAsync(open, default);
        var before = (await Log.ReadAsync(default)).Scrub;
        await Log.ScrubbedAsync(new() { BegunAt = Noon, Next = null, FinishedAt = Noon.AddHours(1) }, default);
        var after = (await Log.ReadAsync(default)).Scrub;

        Assert.Equivalent(open, before, strict: true);
        Assert.Equivalent(new ScrubPass { BegunAt = Noon, Next = null, FinishedAt = Noon.AddHours(1) }, after, strict: true);
    }

    [Fact]
    public async Task Before_anything_has_run_nothing_is_known()
    {
        var state = await Log.ReadAsync(default);

        Assert.Empty(state.Runs);
        Assert.Empty(state.Heard);
        Assert.Null(state.Scrub);
    }
}
