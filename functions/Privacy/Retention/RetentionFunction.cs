using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Privacy;

/// <summary>Every night: erases what is older than the clinic keeps.</summary>
public sealed class RetentionFunction(RetentionHandler handler)
{
    [Function("Retention")]
    public Task RunAsync([TimerTrigger("%Retention:Schedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        handler.HandleAsync(isDryRun: false, cancellationToken);
}
