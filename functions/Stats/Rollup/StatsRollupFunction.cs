using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Stats;

/// <summary>Every 10 minutes: brings the figures up to date.</summary>
public sealed class StatsRollupFunction(FigureUpdate update)
{
    [Function("StatsRollup")]
    public Task RunAsync([TimerTrigger("%Stats:Schedule%")] TimerInfo timer, CancellationToken cancellationToken) => update.HandleAsync(cancellationToken);
}
