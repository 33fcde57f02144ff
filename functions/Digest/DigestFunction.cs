using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Digest;

/// <summary>Every 15 minutes: sends staff their digest once the clinic's morning has come.</summary>
public sealed class DigestFunction(DigestHandler handler)
{
    [Function("StaffDigest")]
    public Task RunAsync([TimerTrigger("%Digest:Schedule%")] TimerInfo timer, CancellationToken cancellationToken) => handler.HandleAsync(cancellationToken);
}
