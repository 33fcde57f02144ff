using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Capture;

/// <summary>Every minute: gives the store the leads that came while it was away.</summary>
public sealed class SpillFunction(SpillHandler handler)
{
    [Function("Spill")]
    public Task RunAsync([TimerTrigger("%Spill:Schedule%")] TimerInfo timer, CancellationToken cancellationToken) => handler.HandleAsync(cancellationToken);
}
