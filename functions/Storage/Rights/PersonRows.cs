using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>Enumerates rows of one person.</summary>
internal static class PersonRows
{
    /// <summary>The due work of a person. Its keys begin with a time, so storage looks through the due work of the shard for it.</summary>
    public static IAsyncEnumerable<TableEntity> DueOfAsync(this TableClient table, ContactKey contact, CancellationToken cancellationToken)
    {
        var (shard, from, before) = (contact.Shard.ToString(), RowKeys.DuePrefix, TableRows.After(RowKeys.DuePrefix));
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {shard} and RowKey ge {from} and RowKey lt {before} and Contact eq {contact.Hex}");
        return table.RowsAsync(filter, int.MaxValue, select: null, cancellationToken);
    }
}
