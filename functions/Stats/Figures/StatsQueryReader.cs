using System.Globalization;
using LeadFunctions.Languages;

namespace LeadFunctions.Stats;

/// <summary>Reads which figures are asked for. What is missing means the last 30 days, by day.</summary>
public sealed class StatsQueryReader(LocalDays calendar, TimeProvider clock)
{
    /// <summary>Ten years.</summary>
    public const int MostDays = 3653;

    private const int UsualDays = 30;
    private const string From = "from";
    private const string To = "to";
    private const string By = "by";

    /// <param name="parameters">As they were written; each may be there any number of times.</param>
    /// <param name="errors">What is wrong, by parameter; empty when nothing is.</param>
    /// <returns>Null when something is wrong.</returns>
    public StatsQuery? Read(IReadOnlyDictionary<string, IReadOnlyList<string?>> parameters, out IDictionary<string, string[]> errors)
    {
        var problems = new Dictionary<string, string[]>(StringComparer.Ordinal);
        errors = problems;
        foreach (var unknown in parameters.Keys.Where(name => name is not (From or To or By)))
        {
            problems[unknown] = [StatsText.UnknownParameter];
        }

        var to = Date(To, calendar.Today(clock.GetUtcNow()));
        var from = Date(From, to.DayNumber < UsualDays ? DateOnly.MinValue : to.AddDays(1 - UsualDays));
        var by = ByOf();
        if (problems.Count == 0 && from > to)
        {
            problems[From] = [StatsText.FromAfterTo.With(Text(to))];
        }

        if (problems.Count == 0 && to.DayNumber - from.DayNumber >= MostDays)
        {
            problems[From] = [StatsText.RangeTooLong.With(MostDays - 1)];
        }

        return problems.Count == 0 ? new(from, to, by) : null;

        DateOnly Date(string name, DateOnly otherwise)
        {
            var date = otherwise;
            if (One(name) is { } text && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date))
            {
                problems[name] = [StatsText.DateExpected];
            }

            return date;
        }

        StatsBy ByOf()
        {
            var named = One(By) is { } text ? StatsBy.All.FirstOrDefault(by => by.Name == text) : StatsBy.Day;
            if (named is null)
            {
                problems[By] = [StatsText.ByExpected.With(string.Join(", ", StatsBy.All.Select(by => by.Name)))];
            }

            return named ?? StatsBy.Day;
        }

        string? One(string name)
        {
            var written = parameters.GetValueOrDefault(name) ?? [];
            if (written.Count > 1)
            {
                problems[name] = [StatsText.OnceExpected];
            }

            return written.Count == 1 ? written[0] ?? "" : null;
        }
    }

    internal static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
