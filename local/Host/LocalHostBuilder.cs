using LeadFunctions.Local.Functions;
using LeadFunctions.Local.Http;
using LeadFunctions.Local.Settings;
using LeadFunctions.Local.Timers;
using LeadFunctions.Start;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Local;

/// <summary>Puts a host together: settings, logs, Kestrel, the app's services and this host's own.</summary>
internal static class LocalHostBuilder
{
    // The Functions host's own limit: the app keeps smaller ones itself.
    private const long MaxRequestBodySize = 104_857_600;

    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(5);

    public static async Task<WebApplication> BuildAsync(
        LocalHostOptions options,
        Task<IReadOnlyList<FunctionMethod>> functions,
        Listener listener,
        HostStart start)
    {
        // An empty builder: no files are watched, which can cost seconds, and nothing of this machine's environment is mixed in.
        var root = options.ContentRoot ?? Path.GetDirectoryName(options.FunctionsAssembly.Location) ?? AppContext.BaseDirectory;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = options.FunctionsAssembly.GetName().Name,
            ContentRootPath = root,
            EnvironmentName = Environments.Development,
        });

        AddSettings(builder.Configuration, options, listener);
        builder.Logging.ClearProviders();
        Logs.Quieten(builder.Logging, () => start.IsOver);
        (options.Logging ?? Logs.AddTerminal)(builder.Logging);
        Listen(builder, listener);
        AddHost(builder.Services, options, root, builder.Configuration);
        builder.Services.AddFirstAnswer(options.Moment);

        var worker = new WorkerPipeline(builder.Services);
        options.Compose(worker);
        builder.Services.AddSingleton(worker.Build());
        builder.Services.AddLocalParts(options);
        options.Replace?.Invoke(builder.Services);
        AddResults(builder.Services, await functions);
        HostStart.TakeOverSettings(builder.Services);
        return builder.Build();
    }

    private static void AddSettings(ConfigurationManager configuration, LocalHostOptions options, Listener listener)
    {
        configuration.AddSettings(LocalParts.DefaultSettings(listener.BaseAddress));
        foreach (var file in options.SettingsFiles)
        {
            configuration.AddSettings(LocalSettings.Read(file));
        }

        configuration.AddEnvironmentVariables();
        configuration.AddSettings(options.Settings);
        configuration.AddSettings(LocalParts.Moved(configuration, listener.BaseAddress));
    }

    private static void Listen(WebApplicationBuilder builder, Listener listener)
    {
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxRequestBodySize;
            kestrel.Listen(listener.EndPoint);
        });
        builder.WebHost.UseSockets(sockets => sockets.CreateBoundListenSocket = _ => listener.Socket);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = StopLimit);
    }

    private static void AddHost(IServiceCollection services, LocalHostOptions options, string root, ConfigurationManager settings)
    {
        var clock = options.Clock ?? new MovableClock(options.DataDirectory is { } data ? Path.Combine(data, "clock") : null);
        services.AddRouting();

        // The worker adds MVC, which brings these: an address that is of no use outside of a page of MVC's own, and what asks for it whenever something
        // is rendered. An app that renders pages can tell the difference.
        services.AddScoped<NavigationManager, NoNavigation>().AddSupplyValueFromQueryProvider();
        services.AddSingleton(clock).AddSingleton<TimeProvider>(clock);
        services.AddSingleton(HostJson.Read(Path.Combine(root, "host.json")));
        services.AddSingleton(new FunctionKeys(
            options.FunctionKey ?? settings["Local:FunctionKey"] ?? "local",
            options.MasterKey ?? settings["Local:MasterKey"] ?? "local-master"));
        services.AddSingleton(services => new TimerMemory(
            options.DataDirectory is { } directory ? Path.Combine(directory, "timers") : null,
            services.GetRequiredService<ILogger<TimerMemory>>()));
        services.AddSingleton<TimerFunctions>();

        // Whoever starts this host decides when it stops: signals are not its business.
        services.AddSingleton<IHostLifetime, OwnersLifetime>();
    }

    private static void AddResults(IServiceCollection services, IReadOnlyList<FunctionMethod> functions)
    {
        // The services of MVC write action results. They cost a start, so they are there only where such a result may be.
        if (functions.Any(function => function.MayReturn(typeof(IActionResult))))
        {
            services.AddMvcCore();
        }
    }

    private sealed class NoNavigation : NavigationManager;

    private sealed class OwnersLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
