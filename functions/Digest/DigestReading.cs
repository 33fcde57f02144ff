using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Digest;

/// <summary>Collects what no digest has told yet.</summary>
public sealed partial class DigestReading(ILeadStore leads, ILogger<DigestReading> logger)
{
    /// <param name="before">Leads captured from then on (UTC) are left for the next digest.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<DigestNews> ReadAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var waiting = (await EachShardAsync(leads.AwaitingDigestAsync, cancellationToken)).Where(handle => handle.CapturedAt < before);
        return await ReadAsync(waiting, await EachShardAsync(leads.DeadLettersAsync, cancellationToken), cancellationToken);
    }

    /// <summary>The same as those have read who have the digest already.</summary>
    public Task<DigestNews> ReadAsync(DigestHold hold, CancellationToken cancellationToken) => ReadAsync(hold.Leads, hold.Letters, cancellationToken);

    private async Task<DigestNews> ReadAsync(IEnumerable<LeadHandle> handles, IReadOnlyList<SendKey> letters, CancellationToken cancellationToken)
    {
        var found = new List<Lead>();
        var gone = new List<LeadHandle>();
        foreach (var handle in handles)
        {
            await ReadAsync(handle, found, gone, cancellationToken);
        }

        return new(found, gone, letters);
    }

    // One lead that cannot be read must not keep staff from hearing of the others. It stays on the list.
    private async Task ReadAsync(LeadHandle handle, List<Lead> found, List<LeadHandle> gone, CancellationToken cancellationToken)
    {
        try
        {
            if (await leads.FindAsync(handle, cancellationToken) is { } lead)
            {
                found.Add(lead);
            }
            else
            {
                gone.Add(handle);
            }
        }
        catch (Exception exception) when (exception is not (LeadStoreUnavailableException or OperationCanceledException))
        {
            LogUnreadable(exception, handle.Id);
        }
    }

    private static async Task<IReadOnlyList<T>> EachShardAsync<T>(
        Func<Shard, CancellationToken, IAsyncEnumerable<T>> read, CancellationToken cancellationToken)
    {
        var all = new List<T>();
        foreach (var shard in Shard.All)
        {
            await foreach (var item in read(shard, cancellationToken))
            {
                all.Add(item);
            }
        }

        return all;
    }

    [LoggerMessage(LogLevel.Error, "Lead {Lead} cannot be read for the digest.")]
    private partial void LogUnreadable(Exception exception, LeadId lead);
}
