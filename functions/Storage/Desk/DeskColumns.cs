using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>
/// The columns of a lead's row that the staff desk writes, and those by which it finds: the words of the name, the telephone number from its
/// end, and one for each concern. None of them is a key, so none shows up in logs of the platform.
/// </summary>
internal static class DeskColumns
{
    public const string LastDigits = "LastDigits";

    private const string AssignedTo = nameof(Lead.AssignedTo);
    private const string FirstRespondedAt = nameof(Lead.FirstRespondedAt);
    private const string BookedAt = nameof(Lead.BookedAt);
    private const string ClosedReason = nameof(Lead.ClosedReason);
    private const string FollowUpPausedAt = nameof(Lead.FollowUpPausedAt);

    /// <summary>By these a name is found.</summary>
    public static IReadOnlyList<string> NameColumns { get; } = [.. Enumerable.Range(1, NameWords.MostFound).Select(number => $"Name{number}")];

    /// <summary>The columns of these that <see cref="With"/> reads.</summary>
    public static IReadOnlyList<string> Shown { get; } = [AssignedTo, FirstRespondedAt, BookedAt, ClosedReason, FollowUpPausedAt];

    /// <summary>Writes them into a row, and takes out what is no longer so.</summary>
    public static void Set(TableEntity row, Lead lead)
    {
        // There always, so that leads which nobody looks after can be asked for: a filter cannot ask for an absent column.
        row[AssignedTo] = lead.AssignedTo ?? "";
        Set(row, FirstRespondedAt, lead.FirstRespondedAt);
        Set(row, BookedAt, lead.BookedAt);
        Set(row, ClosedReason, lead.ClosedReason);
        Set(row, FollowUpPausedAt, lead.FollowUpPausedAt);
        row.SetIfAny(LastDigits, lead.Phone is { } phone ? LeadSearch.DigitsFromTheEnd(phone) : null);
        foreach (var (column, word) in NameColumns.Zip(NameWords.Of(lead.Name)))
        {
            row[column] = word;
        }

        foreach (var concern in lead.Concerns)
        {
            row[ForConcern(concern)] = true;
        }
    }

    /// <summary>The lead with what the desk has written.</summary>
    public static Lead With(Lead lead, TableEntity row) => lead with
    {
        AssignedTo = row.GetString(AssignedTo) is { Length: > 0 } assigned ? assigned : null,
        FirstRespondedAt = row.GetDateTimeOffset(FirstRespondedAt),
        BookedAt = row.GetDateTimeOffset(BookedAt),
        ClosedReason = row.GetString(ClosedReason),
        FollowUpPausedAt = row.GetDateTimeOffset(FollowUpPausedAt),
    };

    /// <summary>The column that says that a concern was named: names of columns hold no hyphen.</summary>
    public static string ForConcern(string concern) => $"For_{concern.Replace('-', '_')}";

    private static void Set(TableEntity row, string column, object? value)
    {
        if (value is null)
        {
            row.Remove(column);
        }
        else
        {
            row[column] = value;
        }
    }
}
