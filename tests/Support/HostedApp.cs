using LeadFunctions.Email;
using LeadFunctions.Leads;
using LeadFunctions.Local;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NSubstitute;

namespace LeadFunctions.Tests.Support;

/// <summary>The app on Kestrel, with storage in memory and a provider that answers as told: real HTTP, no timers.</summary>
internal sealed class HostedApp : IAsyncDisposable
{
    private HostedApp(LocalHost host, InMemoryLeadStore leads, InMemoryEventStore events, InMemorySessionStore sessions, InMemoryUpkeepLog upkeep, ScriptedProvider provider)
    {
        Host = host;
        Leads = leads;
        Events = events;
        Sessions = sessions;
        Upkeep = upkeep;
        Provider = provider;
        Client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = host.BaseAddress };
    }

    public LocalHost Host { get; }

    public HttpClient Client { get; }

    public InMemoryLeadStore Leads { get; }

    public InMemoryEventStore Events { get; }

    public InMemorySessionStore Sessions { get; }

    public InMemoryUpkeepLog Upkeep { get; }

    public ScriptedProvider Provider { get; }

    /// <summary>Time passes for everybody.</summary>
    public Task AdvanceAsync(TimeSpan time) => Host.MoveClockAsync(time);

    public MovableClock Clock => Host.Clock;

    public T Get<T>()
        where T : notnull => Host.Services.GetRequiredService<T>();

    public static Task<HostedApp> StartAsync(params (string Name, string Value)[] settings) => StartAsync(replace: null, settings);

    /// <param name="replace">Comes last: puts more doubles in place.</param>
    /// <param name="settings">Settings that differ.</param>
    public static async Task<HostedApp> StartAsync(Action<IServiceCollection>? replace, params (string Name, string Value)[] settings)
    {
        var leads = new InMemoryLeadStore();
        var events = new InMemoryEventStore();
        var sessions = new InMemorySessionStore();
        var upkeep = new InMemoryUpkeepLog();
        var provider = new ScriptedProvider();
        var all = TestSettings.All;
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        var options = new LocalHostOptions
        {
            Clock = MondayClock.New(),
            Settings = all,
            TimersRun = false,
            Logging = logging => logging.ClearProviders(),
            Replace = services =>
            {
                services
                    .AddSingleton<ILeadStore>(leads)
                    .AddSingleton<ILeadBatches>(leads)
                    .AddSingleton<ILeadDesk>(leads)
                    .AddSingleton<ILeadLedger>(leads)
                    .AddSingleton<IScrubStore>(leads)
                    .AddSingleton<IUpkeepLog>(upkeep)
                    .AddSingleton<IOutbox>(leads.Outbox)
                    .AddSingleton<IEventStore>(events)
                    .AddSingleton<ILeadCounts>(events.Statistics)
                    .AddSingleton<IDayCounts>(events.Statistics)
                    .AddSingleton<IReportMarks>(events.Statistics)
                    .AddSingleton<IAnswerTimes>(events.Statistics)
                    .AddSingleton<ISessionStore>(sessions)
                    .AddSingleton<IKeyRingStore>(sessions)
                    .AddSingleton(Substitute.For<ILeadSealing>())
                    .AddSingleton<IEmailSender>(provider);
                leads.AddRights(services).AddSingleton<IErasedLeads>(events);
                replace?.Invoke(services);
            },
        };
        return new(await LocalHost.StartAsync(options, CancellationToken.None), leads, events, sessions, upkeep, provider);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Host.DisposeAsync();
    }
}
