using System.Collections.Concurrent;
using LeadFunctions.Leads;

namespace LeadFunctions.Webhooks;

/// <summary>
/// Writes out for each endpoint what has happened to leads. A capture needs no note: its row is the fact, and the newest are looked through
/// anew with every run. What staff changed was noted in the transaction of the change. Writing the same fact out again changes nothing.
/// </summary>
public sealed class WebhookWriting(
    WebhookEndpoints endpoints, IWebhookMessages messages, IWebhookLedger ledger, IOutbox outbox, ILeadStore leads, TimeProvider clock)
{
    /// <summary>A capture is stored at most 10 seconds after its time, by clocks that differ by at most five minutes.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    private const int LeadsAtOnce = 8;

    // What this process has written out within the overlap; without it, each capture would be written ten times over, to no effect.
    private readonly ConcurrentDictionary<LeadHandle, bool> written = [];

    public async Task HandleAsync(CancellationToken cancellationToken)
    {
        await WriteCapturesAsync(cancellationToken);
        await EachShardAsync(shard => messages.NewsAsync(shard, cancellationToken), WriteNewsAsync, cancellationToken);
    }

    /// <summary>Nobody is to be told: what was noted goes, and whoever is to be told later is told of what happens from then on.</summary>
    public async Task SkipAsync(CancellationToken cancellationToken)
    {
        await ledger.SetWrittenUntilAsync(clock.GetUtcNow(), cancellationToken);
        await EachShardAsync(
            shard => messages.NewsAsync(shard, cancellationToken), (note, token) => messages.WriteOutAsync([], note, token), cancellationToken);
    }

    private async Task WriteCapturesAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var from = (await ledger.WrittenUntilAsync(cancellationToken) ?? now) - Overlap;
        await EachShardAsync(shard => outbox.CapturedAsync(shard, from, cancellationToken), WriteCaptureAsync, cancellationToken);
        await ledger.SetWrittenUntilAsync(now, cancellationToken);
        foreach (var old in written.Keys.Where(lead => lead.CapturedAt < now - Overlap - Overlap))
        {
            written.TryRemove(old, out _);
        }
    }

    private async Task WriteCaptureAsync(LeadHandle handle, CancellationToken cancellationToken)
    {
        // In quarantine it is not told yet: should it be let out, that is noted.
        if (written.ContainsKey(handle) || await leads.FindAsync(handle, cancellationToken) is not { Quarantined: false } lead)
        {
            return;
        }

        await messages.WriteOutAsync(MessagesOf(lead, [WebhookEvent.LeadCaptured], lead.BeganAt, LeadStatus.New), note: null, cancellationToken);
        written[handle] = true;
    }

    private async Task WriteNewsAsync(OutboxNote note, CancellationToken cancellationToken)
    {
        // Erased meanwhile: there is nothing to tell.
        var lead = await leads.FindAsync(note.Lead!.Value, cancellationToken);
        var told = lead is null ? [] : note.Kind == OutboxKind.Captured
            ? MessagesOf(lead, WebhookEvents.Of(note, lead), lead.BeganAt, LeadStatus.New)
            : MessagesOf(lead, WebhookEvents.Of(note, lead), note.At, note.Status);
        await messages.WriteOutAsync(told, note, cancellationToken);
    }

    private IReadOnlyList<WebhookMessage> MessagesOf(Lead lead, IEnumerable<WebhookEvent> told, DateTimeOffset at, LeadStatus status)
    {
        var now = clock.GetUtcNow();
        return
        [
            .. from one in told
               from endpoint in endpoints.All
               where endpoint.Events.Contains(one)
               select WebhookMessage.Of(new(lead.Id, at, one, endpoint.Id), lead, status, now),
        ];
    }

    private static async Task EachShardAsync<T>(
        Func<Shard, IAsyncEnumerable<T>> found, Func<T, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        foreach (var shard in Shard.All)
        {
            await Parallel.ForEachAsync(
                found(shard),
                new ParallelOptions { MaxDegreeOfParallelism = LeadsAtOnce, CancellationToken = cancellationToken },
                async (one, token) => await write(one, token));
        }
    }
}
