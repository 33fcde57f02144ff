using Microsoft.Extensions.Logging;

namespace LeadFunctions.Local;

/// <summary>What is logged: the app's own lines in full, the framework's only when something is wrong.</summary>
internal static class Logs
{
    /// <summary>
    /// Wherever logs go: at a lower level the framework would write down request addresses, and those carry tokens. What a start fails of is told by whoever
    /// asked for it: the framework would add its stack.
    /// </summary>
    /// <param name="logging">Which logs.</param>
    /// <param name="isStarted">Whether the start is over.</param>
    public static void Quieten(ILoggingBuilder logging, Func<bool> isStarted) =>
        logging
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => level >= LogLevel.Warning && isStarted())
            .AddFilter("System", LogLevel.Warning)
            .AddFilter("Azure", LogLevel.Warning);

    /// <summary>For a person at a terminal: one line each.</summary>
    public static void AddTerminal(ILoggingBuilder logging) =>
        logging
            .SetMinimumLevel(LogLevel.Information)
            .AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                console.TimestampFormat = "HH:mm:ss ";
            });
}
