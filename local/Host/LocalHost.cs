using LeadFunctions.Local.Functions;
using LeadFunctions.Local.Http;
using LeadFunctions.Local.Settings;
using LeadFunctions.Local.Timers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
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

    private LocalHost(WebApplication app, Uri baseAddress, IReadOnlyList<string> timerNames)
    {
        this.app = app;
        BaseAddress = baseAddress;
        TimerNames = timerNames;
        timers = app.Services.GetRequiredService<TimerFunctions>();
    }

    /// <summary>Where it answers.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The clock that the app sees.</summary>
    public MovableClock Clock => Services.GetRequiredService<MovableClock>();

    /// <summary>The services of app and host together.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>The names of the timer functions, in alphabetical order.</summary>
    public IReadOnlyList<string> TimerNames { get; }

    /// <summary>Starts; when it returns, requests are answered.</summary>
    /// <exception cref="LocalHostException">A port in use, a schedule or route that cannot be, a settings file that cannot be read.</exception>
    /// <exception cref="OptionsValidationException">Settings are missing or wrong, each named in the message.</exception>
    public static async Task<LocalHost> StartAsync(LocalHostOptions options, CancellationToken cancellationToken)
    {
        var functions = FunctionCatalog.Read(options.FunctionsAssembly, options.Functions);
        var listener = Listener.Bind(options.Address, options.Port);
        WebApplication? app = null;
        try
        {
            app = LocalHostBuilder.Build(options, functions, listener);

            // Before anything runs, and not by the host: it would write its stack to the log for what is a line to the user.
            app.Services.GetService<IStartupValidator>()?.Validate();
            MapRoutes(app, functions);
            var timers = LoadTimers(app.Services, options, functions);

            await app.StartAsync(cancellationToken);
            if (options.TimersRun)
            {
                app.Services.GetRequiredService<TimerFunctions>().Start();
            }

            return new LocalHost(app, listener.BaseAddress, timers);
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

    /// <summary>Moves the clock forward, and returns when each timer that fell due meanwhile has run once.</summary>
    public Task MoveClockAsync(TimeSpan by) => timers.MoveClockAsync(by);

    /// <summary>Stops within a few seconds: no new requests or ticks, and what is under way is asked to end.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(timers.DisposeAsync().AsTask(), app.StopAsync());
        await app.DisposeAsync();
    }

    private static void MapRoutes(WebApplication app, IReadOnlyList<FunctionMethod> functions)
    {
        var services = app.Services;
        var host = services.GetRequiredService<HostJson>();
        app.UseRouting();
        app.Use(next => http => new HostManners(host).InvokeAsync(http, next));

        // Before every function, whatever its route.
        var local = app.MapGroup("").WithOrder(int.MinValue).WithMetadata(LocalOnly.Instance);
        foreach (var routes in services.GetServices<ILocalRoutes>())
        {
            routes.Map(local);
        }

        new HttpFunctionRoutes(functions, host, services.GetRequiredService<FunctionKeys>(), services.GetRequiredService<ILogger<HttpFunction>>()).Map(app);
    }

    private static string[] LoadTimers(IServiceProvider services, LocalHostOptions options, IReadOnlyList<FunctionMethod> functions)
    {
        var directory = options.DataDirectory is { } data ? Path.Combine(data, "timers") : null;
        var memory = new TimerMemory(directory, services.GetRequiredService<ILogger<TimerMemory>>());
        TimerFunction[] timers =
        [
            .. from function in functions
               let trigger = function.TriggerAs<TimerTriggerAttribute>()
               where trigger is not null
               select new TimerFunction(
                   function,
                   trigger,
                   TimerSchedule.Parse(function.Name, trigger.Schedule, services.GetRequiredService<IConfiguration>()),
                   memory,
                   services.GetRequiredService<MovableClock>(),
                   services.GetRequiredService<IServiceScopeFactory>(),
                   services.GetRequiredService<ILogger<TimerFunction>>()),
        ];
        services.GetRequiredService<TimerFunctions>().Load(timers);
        return [.. timers.Select(timer => timer.Name)];
    }
}
