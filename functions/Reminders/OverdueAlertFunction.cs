using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Reminders;

/// <summary>Every five minutes: reminds staff of promises that are not kept.</summary>
public sealed class OverdueAlertFunction(OverdueHandler handler)
{
    [Function("OverdueAlert")]
    public Task RunAsync([TimerTrigger("%Overdue:Schedule%")] TimerInfo timer, CancellationToken cancellationToken) => handler.HandleAsync(cancellationToken);
}
