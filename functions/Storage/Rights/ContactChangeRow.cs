using Azure.Data.Tables;
using LeadFunctions.Languages;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>
/// The row of a contact as a person's own word leaves it. Unlike all else that is written there it can take something back, so it is
/// written in place of the row that was read, with all that this knows nothing of.
/// </summary>
internal static class ContactChangeRow
{
    private const string ChosenLanguage = "Language";
    private const string LanguageAt = "LanguageAt";

    // What stays of a person who is erased.
    private static readonly string[] Suppressions = [nameof(Contact.UnsubscribedAt), nameof(Contact.BouncedAt), nameof(Contact.ComplainedAt)];

    /// <param name="after">The contact as it becomes.</param>
    /// <param name="before">The row as it was read; null when there was none.</param>
    public static TableEntity ToRow(Contact after, TableEntity? before)
    {
        var row = Copy(after.Key, before, column => true);
        Set(row, nameof(Contact.UnsubscribedAt), after.UnsubscribedAt);
        Set(row, nameof(Contact.ComplainedAt), after.ComplainedAt);
        Set(row, nameof(Contact.ResubscribedAt), after.ResubscribedAt);
        Set(row, nameof(Contact.PausedUntil), after.PausedUntil);
        Set(row, nameof(Contact.ArticlesRevokedAt), after.ArticlesRevokedAt);
        Set(row, ChosenLanguage, after.Language?.Language.Code);
        Set(row, LanguageAt, after.Language?.At);
        return row;
    }

    /// <summary>All is gone but why the person is not written to, and that the rest of them is being erased.</summary>
    public static TableEntity ToErasing(ContactKey contact, TableEntity? before, DateTimeOffset now)
    {
        var row = Copy(contact, before, Suppressions.Contains);
        row[nameof(Contact.ErasingAt)] = now;
        return row;
    }

    /// <summary>The row after an erasure, with what a later request has brought.</summary>
    public static TableEntity ToErased(ContactKey contact, TableEntity before) => Copy(contact, before, column => column != nameof(Contact.ErasingAt));

    /// <summary>Only why the person is not written to.</summary>
    public static TableEntity ToSuppressionAlone(ContactKey contact, TableEntity before) => Copy(contact, before, Suppressions.Contains);

    /// <summary>Whether the row says nothing.</summary>
    public static bool IsEmpty(TableEntity row) => !Columns(row).Any();

    public static ChosenLanguage? LanguageOf(TableEntity row) =>
        row.GetDateTimeOffset(LanguageAt) is { } at && Language.Of(row.GetString(ChosenLanguage)) is { } language ? new(language, at) : null;

    private static TableEntity Copy(ContactKey contact, TableEntity? before, Func<string, bool> isKept)
    {
        var row = new TableEntity(contact.Shard.ToString(), RowKeys.Contact(contact)) { ETag = before?.ETag ?? default };
        foreach (var column in before is null ? [] : Columns(before).Where(isKept))
        {
            row[column] = before![column];
        }

        return row;
    }

    private static IEnumerable<string> Columns(TableEntity row) => row.Keys.Where(column =>
        column is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag" or "ETag" or Storage.Columns.Nonce)
        && !column.StartsWith("odata.", StringComparison.Ordinal));

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
