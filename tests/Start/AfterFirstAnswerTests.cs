using LeadFunctions.Start;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Tests.Start;

/// <summary>What runs in the background runs as the host would have it, only later.</summary>
public sealed class AfterFirstAnswerTests
{
    private readonly Journal journal = new();
    private readonly List<string> logs = [];

    [Fact]
    public async Task A_service_is_neither_made_nor_started_before_the_first_answer()
    {
        using var host = Build();

        await host.StartAsync();
        Assert.Empty(journal.Lines);

        host.Services.GetRequiredService<FirstAnswer>().Give();
        await journal.Started.Task.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(["made", "started"], journal.Lines);
    }

    [Fact]
    public async Task It_is_not_made_before_the_start_is_over()
    {
        var checking = new TaskCompletionSource();
        using var host = Build(services => services.AddHostedService(_ => new StillStarting(checking.Task)));
        var starting = host.StartAsync();
        host.Services.GetRequiredService<FirstAnswer>().Give();
        await Others.HadTheirTurnAsync();
        Assert.Empty(journal.Lines);

        checking.SetResult();
        await starting;
        await journal.Started.Task.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(["made", "started"], journal.Lines);
    }

    [Fact]
    public async Task It_stops_with_the_app_and_may_end_what_it_has_begun()
    {
        using var host = Build();
        await host.StartAsync();
        host.Services.GetRequiredService<FirstAnswer>().Give();
        await journal.Started.Task.WaitAsync(TimeSpan.FromSeconds(30));

        await host.StopAsync();

        Assert.Equal(["made", "started", "told to stop", "stopped"], journal.Lines);
    }

    [Fact]
    public async Task An_app_that_stops_before_is_none_the_worse()
    {
        using var host = Build();
        await host.StartAsync();

        await host.StopAsync();

        Assert.Empty(journal.Lines);
        Assert.Empty(logs);
    }

    [Fact]
    public async Task One_that_fails_stops_the_app_as_any_other_would()
    {
        journal.Fails = true;
        using var host = Build();
        await host.StartAsync();
        var stopping = new TaskCompletionSource();
        using var registration = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(stopping.SetResult);

        host.Services.GetRequiredService<FirstAnswer>().Give();

        await stopping.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Contains(logs, line => line.Contains("BackgroundService", StringComparison.Ordinal));
    }

    private IHost Build(Action<IServiceCollection>? add = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Logging.AddProvider(new ListedLogs(logs)).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        builder.Services.AddSingleton(journal).AddFirstAnswer(TimeSpan.FromHours(1)).AddAfterFirstAnswer<Diarist>();
        add?.Invoke(builder.Services);
        return builder.Build();
    }

    private sealed class StillStarting(Task checking) : AfterStart
    {
        public override Task StartedAsync(CancellationToken cancellationToken) => checking;
    }

    private sealed class Journal
    {
        private readonly List<string> lines = [];

        public TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool Fails { get; set; }

        public IReadOnlyList<string> Lines => [.. lines];

        public void Write(string line) => lines.Add(line);
    }

    private sealed class Diarist : BackgroundService
    {
        private readonly Journal journal;

        public Diarist(Journal journal)
        {
            this.journal = journal;
            journal.Write("made");
        }

        public override async Task StopAsync(CancellationToken cancellationToken)
        {
            await base.StopAsync(cancellationToken);
            journal.Write("stopped");
        }

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Task.Yield();
            if (journal.Fails)
            {
                throw new InvalidOperationException("No ink.");
            }

            journal.Write("started");
            journal.Started.SetResult();
            await Task.Delay(Timeout.Infinite, stoppingToken).ContinueWith(_ => journal.Write("told to stop"), TaskScheduler.Default);
        }
    }
}
