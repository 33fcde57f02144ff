using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Privacy;

/// <summary>Every minute: sends the links that were asked for, and goes on with what was begun.</summary>
public sealed class PrivacyWorkFunction(PrivacyWorkHandler handler)
{
    [Function("PrivacyWork")]
    public Task RunAsync([TimerTrigger("%Privacy:Schedule%")] TimerInfo timer, CancellationToken cancellationToken) => handler.HandleAsync(cancellationToken);
}
