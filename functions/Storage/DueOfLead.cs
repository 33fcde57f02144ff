using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>Enumerates the due work of one lead.</summary>
internal static class DueOfLead
{
    /// <summary>
    /// On whichever track, promises last. Storage looks through what is due of the shard, and gives back what is of this lead alone: the marks of its
    /// work are all after its id.
    /// </summary>
    public static IAsyncEnumerable<DueWork> DueOfAsync(this TableClient table, LeadId lead, CancellationToken cancellationToken) =>
        table.DueOfAsync(lead, RowKeys.DuePrefix, cancellationToken).Concat(table.DueOfAsync(lead, RowKeys.PromisePrefix, cancellationToken));

    private static IAsyncEnumerable<DueWork> DueOfAsync(this TableClient table, LeadId lead, string prefix, CancellationToken cancellationToken)
    {
        var marks = $"{lead}~";
        var filter = $"{TableRows.Beginning(lead.Shard.ToString(), prefix)} and {TableClient.CreateQueryFilter($"Key ge {marks} and Key lt {TableRows.After(marks)}")}";
        return table.RowsAsync(filter, int.MaxValue, select: null, cancellationToken).Select(WorkRow.ToWork);
    }
}
