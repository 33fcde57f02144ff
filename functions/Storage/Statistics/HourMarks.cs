using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>Marks of hours in the index: each is taken away once it is settled, so that there are never many.</summary>
internal static class HourMarks
{
    /// <summary>The row of a mark; written again it is another.</summary>
    public static TableEntity ToRow(string mark) => new(EventKeys.Index, mark) { [Columns.Nonce] = StorageCalls.NewNonce() };

    public static async Task MarkAsync(this TableClient table, IEnumerable<string> marks, CancellationToken cancellationToken)
    {
        foreach (var some in marks.Distinct().Chunk(Batch.MostRows))
        {
            await table.CommitAsync(some.Aggregate(new Batch(EventKeys.Index), (batch, mark) => batch.Put(ToRow(mark))), cancellationToken);
        }
    }

    public static async IAsyncEnumerable<HourMark> MarksAsync(
        this TableClient table, (string From, string Before) range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in table.RowsAsync(EventKeys.Index, range.From, range.Before, int.MaxValue, cancellationToken))
        {
            yield return new(StatisticsKeys.ToHour(row.RowKey), row.ETag.ToString());
        }
    }

    /// <summary>Takes a mark away if it is still the one that was read.</summary>
    public static async Task SettleAsync(this TableClient table, string mark, string version, CancellationToken cancellationToken)
    {
        try
        {
            await StorageCalls.RunAsync(token => table.DeleteEntityAsync(EventKeys.Index, mark, new ETag(version), token), cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            // Marked again meanwhile, or settled by somebody else.
        }
    }
}
