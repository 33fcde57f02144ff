using Azure.Data.Tables;
using LeadFunctions.Leads;
using LeadFunctions.Staff;
using LeadFunctions.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeadFunctions.Benchmarks;

/// <summary>
/// What the first page of the staff list takes with 100,000 leads stored and sealed, for each filter, and the queue: beside the same requests sent raw,
/// and beside as many requests that find nothing.
/// </summary>
internal static class DeskBench
{
    private const int Leads = 100_000;
    private const int RowsInOne = 100;
    private const int Rounds = 5;
    private const int PageSize = 50;

    public static async Task<DeskFigures> RunAsync(Stage stage)
    {
        await stage.EmptyAsync(Stage.Floor);
        var table = SealedStage.Of(new TableServiceClient(stage.Storage).GetTableClient(Stage.Floor));
        var now = TimeProvider.System.GetUtcNow();
        await Load.RunAsync(Leads / RowsInOne, Stage.Connections, batch => table.SubmitTransactionAsync(
            Enumerable.Range(batch / Shard.Count * RowsInOne, RowsInOne).Select(row => new TableTransactionAction(
                TableTransactionActionType.Add,
                LeadRow.ToRow(MadeUpLead.Of((row * Shard.Count) + (batch % Shard.Count), batch % Shard.Count, now), "0")))));
        using var recording = new RecordingTransport();
        using var raw = new RawClient();
        var recorded = SealedStage.Of(new TableServiceClient(stage.Storage, new TableClientOptions { Transport = recording }).GetTableClient(Stage.Floor));
        var desk = new TableLeadDesk(recorded, NullLogger<TableLeadDesk>.Instance, new(SealedStage.Keys));
        var queue = new QueueReading(desk);
        var pages = new List<DeskFigure>();
        foreach (var (name, filter) in Filters(now))
        {
            pages.Add(await MeasureAsync(name, async () => (await desk.ListAsync(filter, after: null, PageSize, default)).Leads.Count));
        }

        return new(
            pages,
            await MeasureAsync("the queue of /staff", async () => (await queue.ReadAsync(default)).Waiting),
            await MeasureAsync("a look that finds nothing", async () => (await Task.WhenAll(Shard.All.Select(shard =>
                recorded.RowsAsync(shard.ToString(), "~", "~~", PageSize, default).CountAsync().AsTask()))).Sum()));

        // The first time is for recording, and for what only happens once.
        async Task<DeskFigure> MeasureAsync(string name, Func<Task<int>> read)
        {
            recording.Take();
            var found = await read();
            var requests = recording.Take();
            var pairs = await Pairs<double>.MeasureAsync(Rounds, OursAsync, FloorAsync);
            return new(name, found, requests.Count, pairs);

            async Task<double> OursAsync() => 1000 * (await Load.RunAsync(1, 1, _ => read())).Seconds;

            async Task<double> FloorAsync()
            {
                var signed = RawClient.Sign(requests);
                return 1000 * (await Load.RunAsync(1, 1, _ => Task.WhenAll(signed.Select(raw.SendAsync)))).Seconds;
            }
        }
    }

    private static IEnumerable<(string Name, LeadFilter Filter)> Filters(DateTimeOffset now)
    {
        static LeadSearch Search(string text) => LeadSearch.Of(text, "PAMB", SealedStage.Keys);

        yield return ("all", LeadFilter.All);
        yield return ("status", new() { Status = LeadStatus.Booked });
        yield return ("rare status", new() { Status = LeadStatus.Spam });
        yield return ("kind", new() { Kind = LeadKind.Call });
        yield return ("concern", new() { Concern = "ocd" });
        yield return ("assignee", new() { Assignee = "staff7@example.com" });
        yield return ("nobody's", new() { Assignee = "", Status = LeadStatus.New });
        yield return ("overdue", new() { Overdue = new(now.AddDays(-1), now.AddDays(-1), now.AddDays(-1)) });
        yield return ("quarantined", new() { IsQuarantined = true });
        yield return ("urgent", new() { IsUrgent = true });
        yield return ("name", new() { Search = Search("quinn made") });
        yield return ("name that nobody has", new() { Search = Search("zebedee") });
        yield return ("phone", new() { Search = Search("555-0123") });
        yield return ("address that nobody has", new() { Search = Search("nobody@example.com") });
        yield return ("all of it", new() { Status = LeadStatus.Contacted, Kind = LeadKind.Call, Concern = "sleep", IsUrgent = false, IsQuarantined = false, Assignee = "" });
    }
}

/// <param name="Name">What was read.</param>
/// <param name="Found">How many leads there were on the page.</param>
/// <param name="Requests">To storage.</param>
/// <param name="Milliseconds">Of the page, and of the same requests sent raw and all at once.</param>
internal sealed record DeskFigure(string Name, int Found, int Requests, Pairs<double> Milliseconds);

/// <param name="Pages">First pages, by filter.</param>
/// <param name="Queue">The queue.</param>
/// <param name="Look">One request to each shard that finds nothing.</param>
internal sealed record DeskFigures(IReadOnlyList<DeskFigure> Pages, DeskFigure Queue, DeskFigure Look)
{
    private const int MostMilliseconds = 300;
    private const int MostOfQueue = 100;

    public IEnumerable<Row> Rows() =>
    [
        .. Pages.Select(page => RowOf($"First page of 100,000 leads, {page.Name}", page, MostMilliseconds, figure => figure.OursMedian(each => each))),
        RowOf("Of 100,000 leads, /staff beyond its requests", Queue, MostOfQueue, figure => figure.Excess(each => each)),
        RowOf("Of 100,000 leads", Look, goal: null, figure => figure.OursMedian(each => each)),
    ];

    private static Row RowOf(string name, DeskFigure figure, int? goal, Func<Pairs<double>, double> judged) =>
        Row.Plain($"{name} ({figure.Found} found, {figure.Requests} requests), ms", figure.Milliseconds, each => each) with
        {
            Goal = goal is null ? "" : $"<= {goal} ms",
            Met = goal is null ? null : judged(figure.Milliseconds) <= goal,
        };
}
