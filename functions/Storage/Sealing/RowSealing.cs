using Azure.Data.Tables;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Storage;

/// <summary>Seals the columns of a row that say who somebody is, and opens them.</summary>
internal sealed partial class RowSealing(DataKeys keys, SearchIndex index, ILogger<RowSealing> logger)
{
    // The table by its part in the app and not by its name: rows that were copied into a table of another name open all the same.
    private const string Table = "leads";

    /// <summary>On a row that was read: why it did not open.</summary>
    private const string Problem = "SealProblem";

    /// <param name="row">As it is to be written.</param>
    /// <param name="isWhole">Whether it takes the place of what is there; else it is merged into that.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <returns>The row with these columns sealed as one; the same row where it has none of them, or there is no key.</returns>
    public async ValueTask<TableEntity> CloseAsync(TableEntity row, bool isWhole, CancellationToken cancellationToken)
    {
        ThrowIfBroken(row);
        var columns = SealedColumns.Of(row.RowKey);
        if (!keys.AreOn || !columns.Any(row.ContainsKey))
        {
            return row;
        }

        if (!isWhole)
        {
            throw new InvalidOperationException($"Row {row.RowKey} cannot be merged: what is sealed in it is replaced as a whole.");
        }

        return Close(row, columns, await KeyOfAsync(row, cancellationToken));
    }

    /// <summary>Puts the sealed columns back in their places. A row that does not open stays without them, and says why to whoever makes a lead of it.</summary>
    /// <exception cref="Leads.LeadStoreUnavailableException">Its key cannot be read now.</exception>
    public async ValueTask OpenAsync(TableEntity row, CancellationToken cancellationToken)
    {
        // Who asked for a few columns got no key, and nothing that is sealed.
        if (row.RowKey is not { } rowKey || SealedColumns.Of(rowKey).Count == 0 || row.GetBinary(SealedColumns.Sealed) is not { } text)
        {
            return;
        }

        try
        {
            var name = SealedBytes.KeyOf(text);
            var key = await keys.FindAsync(name, cancellationToken)
                ?? throw new SealBrokenException($"The key of the month {name} is gone: it was shredded, or lost.");
            SealedColumns.Read(SealedBytes.Open(key, text, Place(row)), row);
            row.Remove(SealedColumns.Sealed);
            row[SealedColumns.SealedUnder] = name;
        }
        catch (SealBrokenException exception)
        {
            LogBroken(exception, row.PartitionKey, row.RowKey);
            row[Problem] = exception.Message;
        }
    }

    /// <summary>Whether the row was read and did not open.</summary>
    public static bool IsBroken(TableEntity row) => row.ContainsKey(Problem);

    /// <exception cref="SealBrokenException">The row was read and did not open.</exception>
    public static void ThrowIfBroken(TableEntity row)
    {
        if (row.GetString(Problem) is { } problem)
        {
            throw new SealBrokenException($"What is sealed in row {row.RowKey} does not open. {problem}");
        }
    }

    // What was sealed before stays under its key: the months of rows do not grow together when staff change them.
    private async ValueTask<SealingKey> KeyOfAsync(TableEntity row, CancellationToken cancellationToken) =>
        row.GetString(SealedColumns.SealedUnder) is { } name && await keys.FindAsync(name, cancellationToken) is { } before
            ? before
            : await keys.ForWritingAsync(cancellationToken);

    private TableEntity Close(TableEntity row, IReadOnlyList<string> columns, SealingKey key)
    {
        var closed = new TableEntity(row.PartitionKey, row.RowKey) { ETag = row.ETag };
        foreach (var (column, value) in row)
        {
            if (!SealedColumns.NotCopied.Contains(column))
            {
                closed[column] = value;
            }
        }

        index.Write(row, closed);
        closed[SealedColumns.Sealed] = SealedBytes.Close(key, SealedColumns.Write(row, columns).Span, Place(row));
        closed[SealedColumns.SealedUnder] = key.Id;
        return closed;
    }

    private static string Place(TableEntity row) => $"{Table}/{row.PartitionKey}/{row.RowKey}";

    [LoggerMessage(LogLevel.Error, "What is sealed in row {Partition} {Row} does not open; it is left where it is.")]
    private partial void LogBroken(Exception exception, string partition, string row);
}
