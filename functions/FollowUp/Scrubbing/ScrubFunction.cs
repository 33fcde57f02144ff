using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.FollowUp;

/// <summary>Every few minutes of one day of the week: looks at all leads once, and mends what is certainly wrong with their rows.</summary>
public sealed class ScrubFunction(ScrubHandler handler)
{
    [Function("Scrub")]
    public Task RunAsync([TimerTrigger("%Scrub:Schedule%")] TimerInfo timer, CancellationToken cancellationToken) => handler.HandleAsync(cancellationToken);
}
