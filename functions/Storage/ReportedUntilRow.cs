using System.Diagnostics;
using Azure;
using Azure.Data.Tables;

namespace LeadFunctions.Storage;

/// <summary>How far the provider has told of our mails: one row, whose time only ever grows, whoever writes it in whatever order.</summary>
internal sealed class ReportedUntilRow(TableClient table)
{
    private const string Until = "Until";
    private const int MostTries = 20;

    // What this process has seen there is there for good: most events bring nothing new, and then nothing is asked.
    private long knownTicks;

    public async Task<DateTimeOffset?> ReadAsync(CancellationToken cancellationToken) =>
        (await FindAsync(cancellationToken))?.Time(Until);

    public async Task RaiseAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostTries && until.UtcTicks > Interlocked.Read(ref knownTicks); tries++)
        {
            var before = await FindAsync(cancellationToken);
            if (before?.Time(Until) >= until || await TryWriteAsync(until, before?.ETag, cancellationToken))
            {
                Interlocked.Exchange(ref knownTicks, until.UtcTicks);
                return;
            }
        }

        if (until.UtcTicks > Interlocked.Read(ref knownTicks))
        {
            throw new UnreachableException("The row changed with every try.");
        }
    }

    private Task<TableEntity?> FindAsync(CancellationToken cancellationToken) =>
        table.FindAsync(EventKeys.Index, EventKeys.ReportedUntil, cancellationToken);

    private async Task<bool> TryWriteAsync(DateTimeOffset until, ETag? version, CancellationToken cancellationToken)
    {
        var row = new TableEntity(EventKeys.Index, EventKeys.ReportedUntil) { [Until] = until };
        try
        {
            await StorageCalls.RunAsync(
                token => version is { } seen ? table.UpdateEntityAsync(row, seen, TableUpdateMode.Replace, token) : table.AddEntityAsync(row, token),
                cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.IsConflict())
        {
            return false;
        }
    }
}
