using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.FollowUp;

/// <summary>Every minute: does what is due.</summary>
public sealed class DrainFunction(DrainHandler handler)
{
    [Function("Drain")]
    public Task RunAsync([TimerTrigger("%FollowUp:Schedule%")] TimerInfo timer, CancellationToken cancellationToken) => handler.HandleAsync(cancellationToken);
}
