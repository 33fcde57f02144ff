using Microsoft.Extensions.Logging;

namespace LeadFunctions.Local.Timers;

/// <summary>
/// Remembers runs over a restart, one file for each function. At best effort, like the Functions host: a status that cannot be read or
/// written costs a tick or repeats one, and never stops a timer.
/// </summary>
/// <param name="directory">Where; <see langword="null"/> remembers nothing.</param>
/// <param name="logger">Hears of what went wrong.</param>
internal sealed partial class TimerMemory(string? directory, ILogger<TimerMemory> logger)
{
    public TimerStatus? Recall(string function)
    {
        if (directory is null || !File.Exists(FileOf(function)))
        {
            return null;
        }

        try
        {
            return TimerStatus.Parse(File.ReadAllLines(FileOf(function)));
        }
        catch (Exception exception) when (exception is IOException or FormatException)
        {
            LogForgotten(exception, function);
            return null;
        }
    }

    public void Remember(string function, TimerStatus status)
    {
        if (directory is null)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(directory);
            var draft = FileOf(function) + ".new";
            File.WriteAllText(draft, status.ToText());
            File.Move(draft, FileOf(function), overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogForgotten(exception, function);
        }
    }

    private string FileOf(string function) => Path.Combine(directory!, function);

    [LoggerMessage(LogLevel.Warning, "The runs of timer {Function} cannot be remembered.")]
    private partial void LogForgotten(Exception exception, string function);
}
