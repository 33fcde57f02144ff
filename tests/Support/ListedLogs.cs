using Microsoft.Extensions.Logging;

namespace LeadFunctions.Tests.Support;

/// <summary>Keeps every log line of every category and level, exceptions written out.</summary>
internal sealed class ListedLogs(List<string> lines) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new Listed(lines);

    public void Dispose()
    {
    }

    private sealed class Listed(List<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (lines)
            {
                lines.Add(formatter(state, exception) + exception);
            }
        }
    }
}
