using Microsoft.Extensions.Logging;

namespace LeadFunctions.Health;

/// <summary>Whether leads can be kept, and what an engineer should look at.</summary>
/// <param name="AreLeadsKept">Whether who writes now is kept: in the store, or in the second account.</param>
/// <param name="Answer">What is told.</param>
public sealed record Readiness(bool AreLeadsKept, HealthAnswer Answer);

/// <summary>
/// Tells whether leads can be kept, and whether due work is done. Only the first decides: whoever asks from outside is to ring when somebody's request
/// would be lost, and all else is for the alert of its own.
/// </summary>
public sealed partial class ReadinessHandler(HealthReading reading, ILogger<ReadinessHandler> logger)
{
    public async Task<Readiness> HandleAsync(CancellationToken cancellationToken)
    {
        var facts = await reading.ReadAsync(cancellationToken);
        var seconds = (int)(facts.Late?.TotalSeconds ?? 0);
        if (facts.Late > HealthRules.TooLate)
        {
            LogLate(seconds);
        }

        var reasons = HealthRules.Of(facts);
        return new(facts.AreLeadsKept, facts.IsStorageAway ? new("storage is away", null, reasons) : new("ready", seconds, reasons));
    }

    [LoggerMessage(LogLevel.Error, "Due work is late by {Seconds} seconds.")]
    private partial void LogLate(int seconds);
}
