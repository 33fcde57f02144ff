using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>Enumerates rows of one person.</summary>
internal static class PersonRows
{
    /// <summary>The rows of a shard whose keys begin so.</summary>
    public static IAsyncEnumerable<TableEntity> BeginningAsync(this TableClient table, Shard shard, string beginning, CancellationToken cancellationToken) =>
        table.RowsAsync(shard.ToString(), beginning, RightsKeys.After(beginning), int.MaxValue, cancellationToken);

    /// <summary>The due work of a person. Its keys begin with a time, so storage looks through the due work of the shard for it.</summary>
    public static async IAsyncEnumerable<TableEntity> DueOfAsync(this TableClient table, ContactKey contact, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (shard, from, before) = (contact.Shard.ToString(), RowKeys.DuePrefix, RightsKeys.After(RowKeys.DuePrefix));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {shard} and RowKey ge {from} and RowKey lt {before} and Contact eq {contact.Hex}");
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var rows = table.QueryAsync<TableEntity>(filter, maxPerPage: null, select: null, deadline.Token).GetAsyncEnumerator(deadline.Token);
        await using (rows)
        {
            while (await StorageCalls.TryMoveNextAsync(rows, deadline, cancellationToken))
            {
                yield return rows.Current;
            }
        }
    }
}
