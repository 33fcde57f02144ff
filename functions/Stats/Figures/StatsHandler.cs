using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Stats;

/// <summary>The endings of asking for figures.</summary>
public abstract record StatsResult
{
    private StatsResult()
    {
    }

    public sealed record Found(StatsAnswer Answer) : StatsResult;

    /// <summary>What is wrong, by parameter.</summary>
    public sealed record Rejected(IDictionary<string, string[]> Errors) : StatsResult;

    /// <summary>Storage is away.</summary>
    public sealed record Unavailable : StatsResult;
}

/// <summary>Answers with figures: one short query, however many leads there are.</summary>
public sealed partial class StatsHandler(StatsQueryReader reader, IDayCounts days, ILogger<StatsHandler> logger)
{
    /// <summary>More rows than anybody reads; the rest is one row.</summary>
    private const int MostRows = 1000;

    public async Task<StatsResult> HandleAsync(IReadOnlyDictionary<string, IReadOnlyList<string?>> parameters, CancellationToken cancellationToken)
    {
        if (reader.Read(parameters, out var errors) is not { } query)
        {
            return new StatsResult.Rejected(errors);
        }

        try
        {
            return new StatsResult.Found(await AnswerAsync(query, cancellationToken));
        }
        catch (LeadStoreUnavailableException exception)
        {
            LogUnavailable(exception);
            return new StatsResult.Unavailable();
        }
    }

    /// <summary>The figures of a query that holds.</summary>
    /// <exception cref="LeadStoreUnavailableException">Storage is away.</exception>
    public async Task<StatsAnswer> AnswerAsync(StatsQuery query, CancellationToken cancellationToken)
    {
        var rows = query.By == StatsBy.Day ? AllDates(query) : new(StringComparer.Ordinal);
        var totals = new Counts();
        IReadOnlyCollection<Dimension> dimensions = query.By.Dimension is { } by ? [Dimension.Total, by] : [Dimension.Total];
        await foreach (var day in days.DaysAsync(query.From, query.To, dimensions, cancellationToken))
        {
            foreach (var (_, counts) in day.Tally.By(Dimension.Total))
            {
                totals.Add(counts);
                Add(rows, query.By == StatsBy.Day ? StatsQueryReader.Text(day.Date) : null, counts);
            }

            foreach (var (key, counts) in query.By.Dimension is { } dimension ? day.Tally.By(dimension) : new Dictionary<string, Counts>())
            {
                Add(rows, key, counts);
            }
        }

        return new(
            StatsQueryReader.Text(query.From),
            StatsQueryReader.Text(query.To),
            query.By.Name,
            query.By.IsExclusive,
            NoteOf(query.By),
            Ordered(rows, query.By),
            new(totals));
    }

    // A day on which nothing happened is a day as well.
    private static Dictionary<string, Counts> AllDates(StatsQuery query) => Enumerable
        .Range(0, query.To.DayNumber - query.From.DayNumber + 1)
        .ToDictionary(day => StatsQueryReader.Text(query.From.AddDays(day)), _ => new Counts(), StringComparer.Ordinal);

    private static void Add(Dictionary<string, Counts> rows, string? key, Counts counts)
    {
        if (key is null)
        {
            return;
        }

        if (!rows.TryGetValue(key, out var sum))
        {
            rows[key] = sum = new();
        }

        sum.Add(counts);
    }

    private static List<StatsRow> Ordered(Dictionary<string, Counts> rows, StatsBy by)
    {
        if (by.IsOrdered)
        {
            return [.. rows.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => new StatsRow(row.Key, row.Value))];
        }

        var ordered = rows
            .OrderBy(row => row.Key == Tally.Other)
            .ThenByDescending(row => row.Value[Metric.Captured])
            .ThenByDescending(row => row.Value.Weight)
            .ThenBy(row => row.Key, StringComparer.Ordinal)
            .ToList();
        var rest = new Counts();
        foreach (var (_, counts) in ordered.Skip(MostRows))
        {
            rest.Add(counts);
        }

        return
        [
            .. ordered.Take(MostRows).Select(row => new StatsRow(row.Key, row.Value)),
            .. ordered.Count > MostRows ? [new StatsRow(Tally.Other, rest)] : Array.Empty<StatsRow>(),
        ];
    }

    private static string? NoteOf(StatsBy by) => by.Dimension switch
    {
        Dimension.Concern => StatsText.NoteConcern,
        Dimension.Article => StatsText.NoteArticle,
        Dimension.Wait => StatsText.NoteWait,
        Dimension.Variant => StatsText.NoteVariant,
        _ => null,
    };

    [LoggerMessage(LogLevel.Warning, "Storage was away when figures were asked for.")]
    private partial void LogUnavailable(Exception exception);
}
