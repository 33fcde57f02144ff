using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Storage;

/// <summary>Looks in the second account for what is sealed under another key of the settings than the first: leads that wait there, and copies.</summary>
internal sealed class OlderKeys(IServiceProvider provider, IOptions<SecondAccountOptions> options, Seal seal)
{
    private const int PageSize = 1000;

    public async Task<int> WaitingAsync(CancellationToken cancellationToken) => options.Value.IsSetUp
        ? await Account.GetTableClient(options.Value.SpillTable).RowsAsync("", PageSize, select: null, cancellationToken).CountAsync(IsOlder, cancellationToken)
        : 0;

    /// <summary>The days of copies whose first row is under another key. A copy is made in one night: of the night of a change it is the beginning that counts.</summary>
    public async Task<IReadOnlyList<DateOnly>> CopiesAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.IsSetUp)
        {
            return [];
        }

        var older = new List<DateOnly>();
        var tables = await StorageCalls.RunAsync(async token => await Account.QueryAsync(cancellationToken: token).ToListAsync(token), cancellationToken);
        foreach (var table in tables)
        {
            // Behind the rows that say how far the copy has come.
            var filter = TableClient.CreateQueryFilter($"PartitionKey gt {PartRow.Partition}");
            if (PartRow.DayOf(table.Name) is { } day
                && await Account.GetTableClient(table.Name).RowsAsync(filter, 1, select: null, cancellationToken).FirstOrDefaultAsync(cancellationToken) is { } first
                && IsOlder(first))
            {
                older.Add(day);
            }
        }

        return [.. older.Order()];
    }

    private TableServiceClient Account => provider.GetRequiredKeyedService<TableServiceClient>(SecondAccountFeature.Account);

    private bool IsOlder(TableEntity kept) => SealedRow.KeyOf(kept) is { } key && key != seal.FirstKey;
}
