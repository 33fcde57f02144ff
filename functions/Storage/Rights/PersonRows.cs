using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>Enumerates rows of one person.</summary>
internal static class PersonRows
{
    /// <summary>
    /// The due work of a person, and the clocks of promises to them. Their keys begin with a time, so storage looks through those of the shard.
    /// </summary>
    public static IAsyncEnumerable<TableEntity> DueOfAsync(this TableClient table, ContactKey contact, CancellationToken cancellationToken)
    {
        return RowsAsync(RowKeys.DuePrefix).Concat(RowsAsync(RowKeys.PromisePrefix));

        // Two ranges are two questions: asked for together, storage would look through the whole partition.
        IAsyncEnumerable<TableEntity> RowsAsync(string from)
        {
            var filter = $"{TableRows.Beginning(contact.Shard.ToString(), from)} and {TableClient.CreateQueryFilter($"Contact eq {contact.Hex}")}";
            return table.RowsAsync(filter, int.MaxValue, select: null, cancellationToken);
        }
    }
}
