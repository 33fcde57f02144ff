using System.Reflection;
using LeadFunctions.Local;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Tests.Hosting;

/// <summary>A host on a free port that runs the functions of one probe class, keeps nothing and logs into a list.</summary>
internal static class ProbeHost
{
    private static readonly string NoContent = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "no-content")).FullName;

    public static LocalHostOptions Of(Type probes, LogLines? log = null) => new()
    {
        FunctionsAssembly = Assembly.GetExecutingAssembly(),
        Functions = type => type.DeclaringType == probes,
        ContentRoot = NoContent,
        SettingsFiles = [],
        Compose = _ => { },
        Logging = logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(log ?? new LogLines()),
    };

    public static Task<LocalHost> StartAsync(LocalHostOptions options) => LocalHost.StartAsync(options, CancellationToken.None);

    public static HttpClient Client(this LocalHost host) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = host.BaseAddress, Timeout = TimeSpan.FromSeconds(20) };
}

/// <summary>Everything that was logged, as text.</summary>
internal sealed class LogLines : ILoggerProvider
{
    private readonly List<string> lines = [];

    public IReadOnlyList<string> All
    {
        get
        {
            lock (lines)
            {
                return [.. lines];
            }
        }
    }

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Category(LogLines log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (log.lines)
            {
                log.lines.Add($"{logLevel} {category}: {formatter(state, exception)} {exception}");
            }
        }
    }
}
