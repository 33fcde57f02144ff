using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Backup;

/// <summary>Every few minutes of the night: copies all rows into the second account, once a day.</summary>
public sealed class BackupFunction(BackupHandler handler)
{
    [Function("Backup")]
    public Task RunAsync([TimerTrigger("%Backup:Schedule%")] TimerInfo timer, CancellationToken cancellationToken) => handler.HandleAsync(cancellationToken);
}
