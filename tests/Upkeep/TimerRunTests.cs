using System.Net;
using LeadFunctions.Health;
using LeadFunctions.Leads;
using LeadFunctions.Local.Functions;
using LeadFunctions.Tests.Support;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Tests.Upkeep;

/// <summary>Runs of timers are written down, from outside: as the host runs them.</summary>
public sealed class TimerRunTests
{
    [Fact]
    public async Task A_run_of_a_timer_is_written_down_and_one_of_a_request_is_not()
    {
        await using var app = await HostedApp.StartAsync();

        using var health = await app.Client.GetAsync("/health");
        var before = await app.Upkeep.ReadAsync(default);
        using var ran = await app.Client.PostAsync("/admin/functions/Drain?wait=true", null);
        var after = await app.Upkeep.ReadAsync(default);

        Assert.Empty(before.Runs);
        Assert.Equal(HttpStatusCode.OK, ran.StatusCode);
        var run = Assert.Single(after.Runs).Value;
        Assert.Equal(("Drain", null), (run.Function, run.Failure));
        Assert.NotNull(run.SucceededAt);
    }

    [Fact]
    public async Task A_run_that_fails_is_written_down_by_the_kind_of_failure_and_no_more()
    {
        await using var app = await HostedApp.StartAsync(services => services.AddSingleton<IScrubStore>(new Failing()));

        using var ran = await app.Client.PostAsync("/admin/functions/Scrub?wait=true", null);

        Assert.NotEqual(HttpStatusCode.OK, ran.StatusCode);
        var run = (await app.Upkeep.ReadAsync(default)).Runs["Scrub"];
        Assert.Equal(("TimeZoneNotFoundException", null), (run.Failure, run.SucceededAt));
    }

    [Fact]
    public async Task A_run_that_cannot_be_written_down_is_a_run_all_the_same()
    {
        await using var app = await HostedApp.StartAsync();
        app.Upkeep.IsAway = true;
        await app.Leads.CaptureAsync(ALead.New(ALead.Captured(at: app.Clock.GetUtcNow())), default);

        using var ran = await app.Client.PostAsync("/admin/functions/Drain?wait=true", null);

        Assert.Equal(HttpStatusCode.OK, ran.StatusCode);
        Assert.NotEmpty(app.Leads.Sends);
    }

    [Fact]
    public void The_page_for_the_engineer_knows_every_timer()
    {
        var timers = FunctionCatalog.Read(typeof(LeadFunctionsApp).Assembly, isWanted: null)
            .Where(function => function.TriggerAs<TimerTriggerAttribute>() is not null)
            .Select(function => function.Name);

        Assert.Equal(timers.Order(StringComparer.Ordinal), TimerCatalogue.All.Select(timer => timer.Function).Order(StringComparer.Ordinal));
    }

    private sealed class Failing : IScrubStore
    {
        public Task<ShardBooks> ReadAsync(Shard shard, CancellationToken cancellationToken) => throw new TimeZoneNotFoundException("robin@example.com");

        public Task<LeadBook> ReadAgainAsync(LeadBook book, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<bool> TryRepairAsync(LeadBook book, ScrubRepair repair, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
