using Azure.Data.Tables;
using LeadFunctions.Leads;
using LeadFunctions.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Benchmarks;

/// <summary>How long the first page of the staff list takes with 100,000 leads stored, for each filter.</summary>
internal static class DeskBench
{
    private const int Leads = 100_000;
    private const int RowsInOne = 100;
    private const int Rounds = 5;
    private const int PageSize = 50;

    private static readonly string[] FirstNames = ["Robin", "Alex", "María", "Jordan", "Chris", "Sam", "Dana", "Jamie", "Terry", "Quinn"];
    private static readonly string[] LastNames = ["Example", "Sample", "García", "Placeholder", "Fiction", "Invented", "Imagined", "Pretend", "Nobody", "Madeup"];
    private static readonly string[] Concerns = ["depression", "anxiety", "ocd", "chronic-pain", "sleep"];

    public static async Task<DeskFigures> RunAsync(Stage stage)
    {
        await stage.EmptyAsync(Stage.Floor);
        var table = new TableServiceClient(stage.Storage).GetTableClient(Stage.Floor);
        var now = TimeProvider.System.GetUtcNow();
        await Load.RunAsync(Leads / RowsInOne, Stage.Connections, batch => table.SubmitTransactionAsync(
            Enumerable.Range(batch * RowsInOne, RowsInOne).Select(number => new TableTransactionAction(
                TableTransactionActionType.Add,
                LeadRow.ToRow(MadeUp(number, batch % Shard.Count, now), "0")))));
        var desk = new TableLeadDesk(table, NullLogger<TableLeadDesk>.Instance);
        var figures = new List<(string Filter, int Found, double Milliseconds)>();
        foreach (var (name, filter) in Filters(now))
        {
            var found = 0;
            var load = await Load.RunAsync(Rounds, 1, async _ => found = (await desk.ListAsync(filter, after: null, PageSize, default)).Leads.Count);
            figures.Add((name, found, load.P50));
        }

        return new(figures);
    }

    private static IEnumerable<(string Name, LeadFilter Filter)> Filters(DateTimeOffset now)
    {
        var keys = new LeadKeys(Options.Create(new LeadsOptions { Pepper = "a-pepper-for-a-measurement-that-is-long" }));
        LeadSearch Search(string text) => LeadSearch.Of(text, "PAMB", keys);

        yield return ("all", LeadFilter.All);
        yield return ("status", new() { Status = LeadStatus.Booked });
        yield return ("rare status", new() { Status = LeadStatus.Spam });
        yield return ("kind", new() { Kind = LeadKind.Call });
        yield return ("concern", new() { Concern = "ocd" });
        yield return ("assignee", new() { Assignee = "staff7@example.com" });
        yield return ("nobody's", new() { Assignee = "", Status = LeadStatus.New });
        yield return ("overdue", new() { Overdue = new(now.AddDays(-1), now.AddDays(-1)) });
        yield return ("quarantined", new() { IsQuarantined = true });
        yield return ("urgent", new() { IsUrgent = true });
        yield return ("name", new() { Search = Search("quinn made") });
        yield return ("name that nobody has", new() { Search = Search("zebedee") });
        yield return ("phone", new() { Search = Search("555-0123") });
        yield return ("address that nobody has", new() { Search = Search("nobody@example.com") });
        yield return ("all of it", new() { Status = LeadStatus.Contacted, Kind = LeadKind.Call, Concern = "sleep", IsUrgent = false, IsQuarantined = false, Assignee = "" });
    }

    private static Lead MadeUp(int number, int shard, DateTimeOffset now) => new()
    {
        Id = new((uint)((number << 4) | shard)),
        Contact = ContactKey.Parse($"{shard:x}{number:x31}"),
        CapturedAt = now.AddMinutes(-5 * number),
        Kind = number % 3 == 0 ? LeadKind.Call : LeadKind.Appointment,
        Status = (number % 100) switch { < 20 => LeadStatus.New, < 40 => LeadStatus.Contacted, < 70 => LeadStatus.Booked, < 99 => LeadStatus.Closed, _ => LeadStatus.Spam },
        Name = PersonName.TryParse($"{FirstNames[number % 10]} {LastNames[number / 10 % 10]}", out var name, out _) ? name : throw new InvalidOperationException(),
        Email = EmailAddress.TryParse($"visitor{number}@example.com", out var email, out _) ? email : null,
        Phone = PhoneNumber.TryParse($"650555{number % 10_000:D4}", out var phone, out _) ? phone : null,
        ContactBy = ContactBy.Email,
        Concerns = [Concerns[number % 5]],
        Message = "Words that somebody might write about what troubles them, of a usual length and no meaning at all.",
        Consent = new("2026-11-01", null, null),
        Quarantined = number % 50 == 0,
        IsUrgent = number % 500 == 0,
        AssignedTo = number % 4 == 0 ? $"staff{number % 20}@example.com" : null,
    };
}

/// <param name="Filters">The name of each filter, how many leads the page had, and how many milliseconds it took, half of the times at most.</param>
internal sealed record DeskFigures(IReadOnlyList<(string Filter, int Found, double Milliseconds)> Filters)
{
    private const int MostMilliseconds = 300;

    public IEnumerable<Row> Rows() => Filters.Select(filter => Row.Only($"First page of 100,000 leads, {filter.Filter} ({filter.Found}), ms", filter.Milliseconds) with
    {
        Goal = $"<= {MostMilliseconds} ms",
        Met = filter.Milliseconds <= MostMilliseconds,
    });
}
