using LeadFunctions.Local.Functions;
using LeadFunctions.Local.Http;
using LeadFunctions.Local.Timers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Local;

/// <summary>
/// The functions of an assembly on Kestrel in this process, as the Functions host would run them: routes, keys, timers, settings. Besides
/// them a clock that can be moved, and whatever else <see cref="ILocalRoutes"/> adds.
/// </summary>
public sealed class LocalHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly TimerFunctions timers;

    private LocalHost(WebApplication app, Uri baseAddress)
    {
        this.app = app;
        BaseAddress = baseAddress;
        timers = app.Services.GetRequiredService<TimerFunctions>();
    }

    /// <summary>Where it answers.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The clock that the app sees.</summary>
    public MovableClock Clock => Services.GetRequiredService<MovableClock>();

    /// <summary>The services of app and host together.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>Starts; when it returns, requests are answered.</summary>
    /// <exception cref="LocalHostException">A port in use, a schedule or route that cannot be, a settings file that cannot be read.</exception>
    /// <exception cref="OptionsValidationException">Settings are missing or wrong, each named in the message.</exception>
    public static async Task<LocalHost> StartAsync(LocalHostOptions options, CancellationToken cancellationToken)
    {
        var finding = Task.Run(() => FunctionCatalog.Read(options.FunctionsAssembly, options.Functions), cancellationToken);
        var listener = Listener.Bind(options.Address, options.Port);
        var start = new HostStart(options.Prepare);
        WebApplication? app = null;
        try
        {
            app = await LocalHostBuilder.BuildAsync(options, finding, listener, start);
            await start.RunAsync(app, await finding, cancellationToken);
            var host = new LocalHost(app, listener.BaseAddress);
            if (options.TimersRun)
            {
                host.timers.Start();
            }

            return host;
        }
        catch
        {
            listener.Socket.Dispose();
            await (app?.DisposeAsync() ?? default);
            throw;
        }
    }

    /// <summary>Runs a timer function now, to its end, and throws what it throws. Its schedule goes on as if nothing had been.</summary>
    /// <exception cref="ArgumentException">No timer function has the name.</exception>
    public Task RunAsync(string functionName, CancellationToken cancellationToken) => timers.RunAsync(functionName, cancellationToken);

    /// <summary>Moves the clock forward, and returns when the timers that fell due have run: once at its end, and where work fell due on the way.</summary>
    public Task MoveClockAsync(TimeSpan by) => timers.MoveClockAsync(by);

    /// <summary>Stops within a few seconds: no new requests or ticks, and what is under way is asked to end.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(timers.DisposeAsync().AsTask(), app.StopAsync());
        await app.DisposeAsync();
    }
}
