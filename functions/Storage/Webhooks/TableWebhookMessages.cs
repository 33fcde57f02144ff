using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>Keeps messages to the clinic's own systems in the table of leads, each beside its lead.</summary>
public sealed class TableWebhookMessages(TableClient table) : IWebhookMessages
{
    private const int PageSize = 200;
    private const int ShardsAtOnce = 4;

    public async IAsyncEnumerable<OutboxNote> NewsAsync(Shard shard, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in table.BeginningAsync(shard, WebhookRows.NewsPrefix, cancellationToken))
        {
            yield return OutboxRow.ToNote(row);
        }
    }

    public async Task WriteOutAsync(IReadOnlyList<WebhookMessage> messages, OutboxNote? note, CancellationToken cancellationToken)
    {
        if (messages.Count == 0 && note is null)
        {
            return;
        }

        try
        {
            var batch = new Batch(messages.Count > 0 ? messages[0].Key.Lead.Shard : note!.Lead!.Value.Id.Shard);
            foreach (var message in messages)
            {
                batch.Insert(WebhookRows.ToRow(message));
            }

            await table.CommitAsync(note is null ? batch : batch.Delete(OutboxRow.ToReadNews(note)), cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            await WriteOneByOneAsync(messages, note, cancellationToken);
        }
    }

    public IAsyncEnumerable<WebhookMessage> DueAsync(Shard shard, EndpointId endpoint, DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        var state = nameof(WebhookState.Waiting);
        var filter = TableClient.CreateQueryFilter($"Endpoint eq {endpoint.Hex} and State eq {state} and DueAt le {now}");
        return MessagesAsync(shard, filter, cancellationToken).Take(limit);
    }

    public async Task<WebhookMessage?> TryPutAsync(WebhookMessage message, CancellationToken cancellationToken)
    {
        var row = WebhookRows.ToRow(message);
        try
        {
            var answer = await StorageCalls.RunAsync(token => table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, token), cancellationToken);
            return message with { Version = answer.Headers.ETag?.ToString() ?? "" };
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            return null;
        }
    }

    public async Task<WebhookMessage?> FindAsync(WebhookKey key, CancellationToken cancellationToken) =>
        await table.FindAsync(key.Lead.Shard.ToString(), WebhookRows.Message(key), cancellationToken) is { } row ? WebhookRows.ToMessage(row) : null;

    public async IAsyncEnumerable<WebhookMessage> OfEndpointAsync(
        EndpointId endpoint, DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var delivered = nameof(WebhookState.Delivered);
        foreach (var shard in Shard.All)
        {
            var filter = TableClient.CreateQueryFilter($"Endpoint eq {endpoint.Hex} and (State ne {delivered} or At ge {since})");
            await foreach (var message in MessagesAsync(shard, filter, cancellationToken))
            {
                yield return message;
            }
        }
    }

    public async Task<int> ReplayAsync(EndpointId endpoint, DateTimeOffset since, bool withDelivered, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (count, delivered) = (0, withDelivered ? "" : nameof(WebhookState.Delivered));
        await Parallel.ForEachAsync(Shard.All, Bounded(cancellationToken), async (shard, token) =>
        {
            var filter = TableClient.CreateQueryFilter($"Endpoint eq {endpoint.Hex} and At ge {since} and State ne {delivered}");
            var messages = await MessagesAsync(shard, filter, token).Select(message => message.Replay(now)).ToListAsync(token);
            foreach (var some in messages.Chunk(Batch.MostRows))
            {
                Interlocked.Add(ref count, await ReplaceAsync(shard, some, token));
            }
        });
        return count;
    }

    public Task ForgetAsync(WebhookKey key, CancellationToken cancellationToken) => UnlessFirstAsync(
        token => table.DeleteEntityAsync(key.Lead.Shard.ToString(), WebhookRows.Message(key), ETag.All, token), cancellationToken);

    public async Task<int> ForgetBeforeAsync(DateTimeOffset time, CancellationToken cancellationToken)
    {
        var waiting = 0;
        await Parallel.ForEachAsync(Shard.All, Bounded(cancellationToken), async (shard, token) =>
        {
            var filter = TableClient.CreateQueryFilter($"At lt {time}");
            await foreach (var message in MessagesAsync(shard, filter, token))
            {
                await ForgetAsync(message.Key, token);
                Interlocked.Add(ref waiting, message.State == WebhookState.Waiting ? 1 : 0);
            }
        });
        return waiting;
    }

    private static ParallelOptions Bounded(CancellationToken cancellationToken) => new() { MaxDegreeOfParallelism = ShardsAtOnce, CancellationToken = cancellationToken };

    private IAsyncEnumerable<WebhookMessage> MessagesAsync(Shard shard, string filter, CancellationToken cancellationToken) => table
        .RowsAsync($"{TableRows.Beginning(shard.ToString(), WebhookRows.MessagePrefix)} and {filter}", PageSize, select: null, cancellationToken)
        .Select(WebhookRows.ToMessage)
        .OfType<WebhookMessage>();

    // Some are there already, as where two runs meet or another way led to the same fact. The note goes last.
    private async Task WriteOneByOneAsync(IReadOnlyList<WebhookMessage> messages, OutboxNote? note, CancellationToken cancellationToken)
    {
        foreach (var row in messages.Select(WebhookRows.ToRow))
        {
            await UnlessFirstAsync(token => table.AddEntityAsync(row, token), cancellationToken);
        }

        if (note is not null)
        {
            var row = OutboxRow.ToReadNews(note);
            await UnlessFirstAsync(token => table.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, token), cancellationToken);
        }
    }

    private async Task<int> ReplaceAsync(Shard shard, WebhookMessage[] messages, CancellationToken cancellationToken)
    {
        try
        {
            await table.CommitAsync(messages.Aggregate(new Batch(shard), (batch, message) => batch.ReplaceIfSame(WebhookRows.ToRow(message))), cancellationToken);
            return messages.Length;
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            // One of them moved on meanwhile: it is being posted, or its lead was erased.
            var count = 0;
            foreach (var message in messages)
            {
                count += await TryPutAsync(message, cancellationToken) is null ? 0 : 1;
            }

            return count;
        }
    }

    private static async Task UnlessFirstAsync(Func<CancellationToken, Task<Response>> call, CancellationToken cancellationToken)
    {
        try
        {
            await StorageCalls.RunAsync(call, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            // Somebody else was first, and it is done.
        }
    }
}
