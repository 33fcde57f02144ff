using LeadFunctions.Email;
using LeadFunctions.Local;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Tests.Support;

/// <summary>The app on Kestrel, with storage in memory and a provider that answers as told: real HTTP, no timers.</summary>
internal sealed class HostedApp : IAsyncDisposable
{
    private readonly InMemoryStorage storage;

    private HostedApp(LocalHost host, InMemoryStorage storage, ScriptedProvider provider)
    {
        this.storage = storage;
        Host = host;
        Provider = provider;
        Client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = host.BaseAddress };
    }

    public LocalHost Host { get; }

    public HttpClient Client { get; }

    public InMemoryLeadStore Leads => storage.Leads;

    public InMemoryEventStore Events => storage.Events;

    public InMemorySessionStore Sessions => storage.Sessions;

    public InMemoryUpkeepLog Upkeep => storage.Upkeep;

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
        var storage = new InMemoryStorage();
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
                storage.AddTo(services);
                services.AddSingleton<IEmailSender>(provider);
                replace?.Invoke(services);
            },
        };
        return new(await LocalHost.StartAsync(options, CancellationToken.None), storage, provider);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Host.DisposeAsync();
    }
}
