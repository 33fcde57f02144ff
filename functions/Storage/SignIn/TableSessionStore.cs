using Azure;
using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>
/// A link is used by adding its row, which only one caller can. Rows are few: those of links go with the next link that is used, those
/// of sessions with the next that the member ends.
/// </summary>
public sealed class TableSessionStore(TableClient table) : ISessionStore
{
    private const int MostForgotten = 50;

    public async Task<bool> TryUseLinkAsync(string link, DateTimeOffset expiresAt, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Before, so that a link is not used up by a call that fails.
        await ForgetAsync(SignInRows.Links, SignInRows.First, SignInRows.LinksOf(now), _ => true, cancellationToken);
        var nonce = StorageCalls.NewNonce();
        var row = new TableEntity(SignInRows.Links, SignInRows.Link(link, expiresAt)) { [Columns.Nonce] = nonce };
        try
        {
            await StorageCalls.RunAsync(token => table.AddEntityAsync(row, token), cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            // The client library tries again by itself: then the row that is in the way may be our own.
            return (await table.FindAsync(row.PartitionKey, row.RowKey, cancellationToken))?.GetString(Columns.Nonce) == nonce;
        }

        return true;
    }

    public async Task EndAsync(ContactKey member, string session, DateTimeOffset until, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await PutAsync(SignInRows.Session(member, session), until, cancellationToken);
        var all = SignInRows.All(member);
        await ForgetAsync(
            SignInRows.Sessions,
            SignInRows.Before(member),
            SignInRows.After(member),
            row => row.RowKey != all && row.Time(SignInRows.At) < now,
            cancellationToken);
    }

    public Task EndAllAsync(ContactKey member, DateTimeOffset at, CancellationToken cancellationToken) =>
        PutAsync(SignInRows.All(member), at, cancellationToken);

    public async Task<EndedSessions> EndedAsync(ContactKey member, CancellationToken cancellationToken)
    {
        DateTimeOffset? upTo = null;
        var sessions = new HashSet<string>();
        var all = SignInRows.All(member);
        await foreach (var row in table.RowsAsync(SignInRows.Sessions, SignInRows.Before(member), SignInRows.After(member), int.MaxValue, cancellationToken))
        {
            if (row.RowKey == all)
            {
                upTo = row.Time(SignInRows.At);
            }
            else
            {
                sessions.Add(row.RowKey[SignInRows.Before(member).Length..]);
            }
        }

        return new(upTo, sessions);
    }

    private Task<Response> PutAsync(string rowKey, DateTimeOffset at, CancellationToken cancellationToken) => StorageCalls.RunAsync(
        token => table.UpsertEntityAsync(new TableEntity(SignInRows.Sessions, rowKey) { [SignInRows.At] = at }, TableUpdateMode.Replace, token),
        cancellationToken);

    private async Task ForgetAsync(string partition, string from, string before, Func<TableEntity, bool> isOver, CancellationToken cancellationToken)
    {
        var over = new List<string>();
        await foreach (var row in table.RowsAsync(partition, from, before, MostForgotten, cancellationToken))
        {
            if (isOver(row))
            {
                over.Add(row.RowKey);
            }
        }

        foreach (var rowKey in over)
        {
            await StorageCalls.RunAsync(token => table.DeleteEntityAsync(partition, rowKey, ETag.All, token), cancellationToken);
        }
    }
}
