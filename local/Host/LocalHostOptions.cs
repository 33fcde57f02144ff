using System.Net;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Local;

/// <summary>How a <see cref="LocalHost"/> runs: as it stands, the whole app on a free port with nothing kept.</summary>
public sealed record LocalHostOptions
{
    /// <summary>The port; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The address to listen at. The keys are no secret: leave it at this machine unless the network is yours.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Where timers and the clock are remembered; <see langword="null"/> remembers nothing.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>Files like <c>local.settings.json</c>; a later one wins, a missing one is passed over.</summary>
    public IReadOnlyList<string> SettingsFiles { get; init; } = [LocalSettings.SampleFile];

    /// <summary>Settings that win over every file and over the environment.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>The assembly whose functions run.</summary>
    public Assembly FunctionsAssembly { get; init; } = typeof(LeadFunctionsApp).Assembly;

    /// <summary>Which classes of the assembly may hold functions; <see langword="null"/> allows all.</summary>
    public Func<Type, bool>? Functions { get; init; }

    /// <summary>Where host.json and the app's content lie; <see langword="null"/> is beside the assembly.</summary>
    public string? ContentRoot { get; init; }

    /// <summary>Adds the app's services and its middleware.</summary>
    public Action<IFunctionsWorkerApplicationBuilder> Compose { get; init; } = worker => worker.UseLeadFunctions();

    /// <summary>Comes last, so that a test can put doubles in place of what was added.</summary>
    public Action<IServiceCollection>? Replace { get; init; }

    /// <summary>
    /// What must be there before a request is answered, but for the one that asks whether the process lives (<c>/health</c>), which may be answered before
    /// the settings have been checked: the others wait for it, and begin it. <see langword="null"/> for nothing.
    /// </summary>
    public Func<IServiceProvider, CancellationToken, Task>? Prepare { get; init; }

    /// <summary>How long the app puts off what nobody waits for yet, unless somebody comes; zero puts nothing off.</summary>
    public TimeSpan Moment { get; init; }

    /// <summary>Whether timers run by themselves; <see cref="LocalHost.RunAsync"/> works either way.</summary>
    public bool TimersRun { get; init; } = true;

    /// <summary>The clock that the app sees; <see langword="null"/> makes one.</summary>
    public MovableClock? Clock { get; init; }

    /// <summary>Where logs go; <see langword="null"/> is the console, one line each.</summary>
    public Action<ILoggingBuilder>? Logging { get; init; }

    /// <summary>Opens level Function; <see langword="null"/> is the setting <c>Local:FunctionKey</c>, or <c>local</c>.</summary>
    public string? FunctionKey { get; init; }

    /// <summary>Opens every function. <see langword="null"/> is the setting <c>Local:MasterKey</c>, or <c>local-master</c>.</summary>
    public string? MasterKey { get; init; }
}
