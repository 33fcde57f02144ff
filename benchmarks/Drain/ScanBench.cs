using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Benchmarks;

/// <summary>How long it takes to see that nothing is due, with much that is due some day, beside the same queries sent raw.</summary>
internal static class ScanBench
{
    private const int FutureRows = 100_000;
    private const int RowsInOne = 100;
    private const int Rounds = 5;

    public static async Task<ScanFigures> RunAsync(Stage stage)
    {
        await stage.EmptyAsync(Stage.Floor);
        await FillAsync(new TableServiceClient(stage.Storage).GetTableClient(Stage.Floor));
        await using var host = await RecordedHost.StartAsync(stage);
        using var raw = new RawClient();
        var scans = await host.DrainAsync();
        return new(FutureRows, scans.Count, await Pairs<double>.MeasureAsync(Rounds, OursAsync, FloorAsync));

        async Task<double> OursAsync() => 1000 * (await Load.RunAsync(1, 1, _ => host.DrainAsync())).Seconds;

        async Task<double> FloorAsync()
        {
            var signed = RawClient.Sign(scans);
            return 1000 * (await Load.RunAsync(signed.Count, Stage.Connections, scan => raw.SendAsync(signed[scan]))).Seconds;
        }
    }

    // A year from now, in every shard alike. Nobody reads more of these rows than their keys.
    private static Task<LoadResult> FillAsync(TableClient table)
    {
        var due = TimeProvider.System.GetUtcNow().AddYears(1).UtcTicks;
        return Load.RunAsync(FutureRows / RowsInOne, Stage.Connections, batch => table.SubmitTransactionAsync(
            Enumerable.Range(0, RowsInOne).Select(row => new TableTransactionAction(
                TableTransactionActionType.Add,
                new TableEntity(Shard.All[batch % Shard.All.Count].ToString(), $"D~{due:D19}~{batch}.{row}") { ["Key"] = "later" }))));
    }
}

/// <param name="FutureRows">Rows that are not due, in all shards together.</param>
/// <param name="Requests">For one look at all shards.</param>
/// <param name="Milliseconds">For one look at all shards.</param>
internal sealed record ScanFigures(int FutureRows, int Requests, Pairs<double> Milliseconds)
{
    private const int MostMilliseconds = 1000;

    public IEnumerable<Row> Rows()
    {
        var median = Milliseconds.OursMedian(each => each);
        var look = Row.Plain("Look what is due among 100,000 rows, ms", Milliseconds, each => each);
        yield return look with { Goal = $"<= {MostMilliseconds} ms", Met = median <= MostMilliseconds };
    }
}
