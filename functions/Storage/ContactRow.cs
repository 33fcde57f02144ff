using Azure;
using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>The row of a contact. It is merged, never replaced: a capture knows nothing of what was remembered before.</summary>
internal static class ContactRow
{
    private const string LatestLead = "LatestLead";
    private const string UnsubscribedAt = "UnsubscribedAt";
    private const string BouncedAt = "BouncedAt";
    private const string ComplainedAt = "ComplainedAt";
    private const string ConfirmationAt = "ConfirmationAt";
    private const string ConfirmationSend = "ConfirmationSend";
    private const string ArticlesAt = "ArticlesAt";
    private const string ArticlesSend = "ArticlesSend";
    private const string ArticlesSent = "ArticlesSent";
    private const string RunningLead = "RunningLead";
    private const string RunningUntil = "RunningUntil";

    /// <summary>What a capture merges: that this request takes over the articles, if it asks for any, or holds them, if it is urgent.</summary>
    public static TableEntity ToSeen(Lead lead)
    {
        var row = At(lead.Contact);
        if (lead.Consent.Articles)
        {
            row[LatestLead] = lead.Id.ToString();
        }

        if (lead.IsUrgent)
        {
            row[nameof(Contact.AreArticlesHeld)] = true;
        }

        return row;
    }

    /// <summary>What a release of articles merges, under the version on which the held work was looked for.</summary>
    public static TableEntity ToReleased(Contact contact)
    {
        var row = At(contact.Key, (nameof(Contact.AreArticlesHeld), contact.AreArticlesHeld));
        row.ETag = new ETag(contact.Version);
        return row;
    }

    /// <summary>What staff merge who hold the articles of one request or let them go on, under the version on which they decided.</summary>
    /// <param name="contact">As it was read.</param>
    /// <param name="released">The lead that leaves quarantine with this, if one does.</param>
    /// <param name="letsArticlesGo">Whether the articles of the person go on, too.</param>
    /// <param name="nonce">The mark of the change.</param>
    public static TableEntity ToTurned(Contact contact, Lead? released, bool letsArticlesGo, string nonce)
    {
        var row = released is null ? At(contact.Key) : ToSeen(released);
        row[Columns.Nonce] = nonce;
        if (letsArticlesGo)
        {
            row[nameof(Contact.AreArticlesHeld)] = false;
        }

        row.ETag = new ETag(contact.Version);
        return row;
    }

    /// <summary>What a suppression merges, under the version on which it was decided; a row that was not there has none.</summary>
    public static TableEntity ToSuppressed(Contact contact)
    {
        var row = At(contact.Key);
        Put(row, UnsubscribedAt, contact.UnsubscribedAt);
        Put(row, BouncedAt, contact.BouncedAt);
        Put(row, ComplainedAt, contact.ComplainedAt);
        row.ETag = new ETag(contact.Version);
        return row;
    }

    /// <summary>What a claim merges, under the version on which it was decided.</summary>
    public static TableEntity ToClaimed(Contact contact, string nonce)
    {
        var row = At(contact.Key, (Columns.Nonce, nonce), (ArticlesSent, Columns.Words(contact.ArticlesSent)));
        Put(row, contact.Confirmation, ConfirmationAt, ConfirmationSend);
        Put(row, contact.Articles, ArticlesAt, ArticlesSend);
        row.SetIfAny(nameof(Contact.RecentArticles), Columns.Words(contact.RecentArticles.Select(MarkText.Write)));
        row.SetIfAny(RunningLead, contact.Running?.Lead.ToString());
        row.SetIfAny(RunningUntil, contact.Running?.Until);
        row.ETag = new ETag(contact.Version);
        return row;
    }

    public static Contact ToContact(ContactKey key, TableEntity row) => new()
    {
        Key = key,
        LatestLead = row.GetString(LatestLead) is { } lead ? LeadId.Parse(lead) : default,
        UnsubscribedAt = row.GetDateTimeOffset(UnsubscribedAt),
        BouncedAt = row.GetDateTimeOffset(BouncedAt),
        ComplainedAt = row.GetDateTimeOffset(ComplainedAt),
        Confirmation = Mark(row, ConfirmationAt, ConfirmationSend),
        Articles = Mark(row, ArticlesAt, ArticlesSend),
        ArticlesSent = row.Words(ArticlesSent),
        RecentArticles = [.. row.Words(nameof(Contact.RecentArticles)).Select(MarkText.Read)],
        Running = row.GetString(RunningLead) is { } running ? new(LeadId.Parse(running), row.Time(RunningUntil)) : null,
        AreArticlesHeld = row.Flag(nameof(Contact.AreArticlesHeld)),
        ResubscribedAt = row.GetDateTimeOffset(nameof(Contact.ResubscribedAt)),
        PausedUntil = row.GetDateTimeOffset(nameof(Contact.PausedUntil)),
        ArticlesRevokedAt = row.GetDateTimeOffset(nameof(Contact.ArticlesRevokedAt)),
        Language = ContactChangeRow.LanguageOf(row),
        ErasingAt = row.GetDateTimeOffset(nameof(Contact.ErasingAt)),
        Version = row.ETag.ToString(),
    };

    private static TableEntity At(ContactKey contact, params (string Column, object Value)[] columns)
    {
        var row = new TableEntity(contact.Shard.ToString(), RowKeys.Contact(contact));
        foreach (var (column, value) in columns)
        {
            row[column] = value;
        }

        return row;
    }

    private static void Put(TableEntity row, string column, DateTimeOffset? time)
    {
        if (time is { } set)
        {
            row[column] = set;
        }
    }

    private static void Put(TableEntity row, ClaimMark? mark, string at, string send)
    {
        if (mark is not null)
        {
            row[at] = mark.At;
            row[send] = mark.Send.ToString();
        }
    }

    private static ClaimMark? Mark(TableEntity row, string at, string send) =>
        row.GetDateTimeOffset(at) is { } time ? new(time, SendKey.Parse(row.Text(send))) : null;
}
