using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>
/// What Table Storage is asked for when leads are listed. It is asked for no less than the filter wants, and for little more: a filter may hold
/// fifteen comparisons (learn.microsoft.com/rest/api/storageservices/querying-tables-and-entities), so where they do not all fit, those that
/// leave the fewest rows go in first, and <see cref="LeadFilter.Matches"/> decides on what comes back.
/// </summary>
/// <param name="filter">Which leads.</param>
/// <param name="after">Where the page before ended.</param>
/// <param name="index">By what sealed leads are found; null where none is sealed.</param>
internal sealed class LeadQuery(LeadFilter filter, LeadCursor? after, SearchIndex? index)
{
    private const int MostComparisons = 15;

    // Comes after every character of a word.
    private const string End = "\ufffd";

    /// <summary>The key from which on leads are wanted.</summary>
    private readonly string from = Later(
        after is null ? RowKeys.LeadPrefix : RowKeys.AfterLead(after.Last),
        Later(
            filter.Overdue is { Wanted: true } overdue ? RowKeys.LeadsBefore(overdue.Before) : RowKeys.LeadPrefix,
            filter.CapturedBefore is { } before ? RowKeys.LeadsBefore(before) : RowKeys.LeadPrefix));

    /// <summary>The key before which leads are wanted.</summary>
    private readonly string until = filter.CapturedFrom is { } first ? RowKeys.LeadsBefore(first) : RowKeys.AfterLeads;

    public string In(Shard shard)
    {
        var left = MostComparisons - 3;
        var clauses = new List<string> { TableRows.Between(shard.ToString(), from, until) };
        foreach (var (clause, comparisons) in Clauses(filter, index).Where(clause => clause.Comparisons <= left))
        {
            left -= comparisons;
            if (left >= 0)
            {
                clauses.Add(clause);
            }
        }

        return string.Join(" and ", clauses);
    }

    /// <summary>Asks a shard for the leads of any of several filters.</summary>
    /// <returns>Null when there is more to compare than one query holds, or a filter is one that is not asked for in this way.</returns>
    public static string? InAnyOf(Shard shard, IReadOnlyList<LeadFilter> filters)
    {
        var alternatives = filters.Select(filter => Clauses(filter, index: null).Concat(Since(filter)).ToList()).ToList();
        var isTooMuch = alternatives.Sum(clauses => clauses.Sum(clause => clause.Comparisons)) > MostComparisons - 3;
        if (isTooMuch || alternatives.Exists(clauses => clauses.Count == 0) || filters.Any(filter => filter is { Search: not null } or { Overdue: not null } or { CapturedBefore: not null }))
        {
            return null;
        }

        var any = string.Join(" or ", alternatives.Select(clauses => "(" + string.Join(" and ", clauses.Select(clause => clause.Text)) + ")"));
        return $"{new LeadQuery(LeadFilter.All, after: null, index: null).In(shard)} and ({any})";
    }

    // As a column: beside others in an "or" the key would no longer say where to look.
    private static IEnumerable<(string Text, int Comparisons)> Since(LeadFilter filter)
    {
        if (filter.CapturedFrom is { } first)
        {
            yield return (LeadRow.CapturedSince(first), 1);
        }
    }

    private static IEnumerable<(string Text, int Comparisons)> Clauses(LeadFilter filter, SearchIndex? index)
    {
        if (filter.Search is { LastDigits: { Length: > 0 } digits })
        {
            yield return index?.Ending(digits) is { } ending
                ? ($"({SearchIndex.LastDigits} eq {Text(ending)} or ({Beginning(DeskColumns.LastDigits, digits)}))", 3)
                : ("(" + Beginning(DeskColumns.LastDigits, digits) + ")", 2);
        }

        if (filter.Search is { NameBeginnings: { Count: > 0 } beginnings })
        {
            var longest = beginnings.MaxBy(beginning => beginning.Length)!;
            if (index is null)
            {
                yield return ("(" + string.Join(" or ", DeskColumns.NameColumns.Select(column => $"({Beginning(column, longest)})")) + ")", 2 * DeskColumns.NameColumns.Count);
            }
            else if (index.Beginning(longest) is { } beginning)
            {
                // Of leads that are not sealed yet all come back: their twelve comparisons would not fit beside the others.
                var found = SearchIndex.NameColumns.Select(column => $"{column} eq {Text(beginning)}").Append($"{DeskColumns.NameColumns[0]} gt ''");
                yield return ("(" + string.Join(" or ", found) + ")", SearchIndex.NameColumns.Count + 1);
            }
        }

        if (filter.Assignee is { } assignee)
        {
            yield return (TableClient.CreateQueryFilter($"AssignedTo eq {assignee}"), 1);
        }

        if ((filter.Overdue is { Wanted: true } ? LeadStatus.New : filter.Status) is { } status)
        {
            yield return (TableClient.CreateQueryFilter($"Status eq {status.ToString()}"), 1);
        }

        if (filter.Concern is { } concern && concern.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'))
        {
            yield return ($"{DeskColumns.ForConcern(concern)} eq true", 1);
        }

        if (filter.IsQuarantined is { } isQuarantined)
        {
            yield return (TableClient.CreateQueryFilter($"Quarantined eq {isQuarantined}"), 1);
        }

        // What can wait is never overdue.
        if ((filter.Overdue is { Wanted: true } ? false : filter.CanWait) is { } canWait)
        {
            yield return (canWait ? "(Quarantined eq true and IsUrgent eq false)" : "(Quarantined eq false or IsUrgent eq true)", 2);
        }

        if (filter.IsUrgent is { } isUrgent)
        {
            yield return (TableClient.CreateQueryFilter($"IsUrgent eq {isUrgent}"), 1);
        }

        if (filter.Kind is { } kind)
        {
            yield return (TableClient.CreateQueryFilter($"Kind eq {kind.ToString()}"), 1);
        }
    }

    private static string Beginning(string column, string beginning) => $"{column} ge {Text(beginning)} and {column} lt {Text(beginning + End)}";

    private static string Text(string text) => TableClient.CreateQueryFilter($"{text}");

    private static string Later(string one, string other) => string.CompareOrdinal(one, other) > 0 ? one : other;
}
