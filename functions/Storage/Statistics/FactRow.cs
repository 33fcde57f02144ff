using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>The rows of the facts of a lead.</summary>
internal static class FactRow
{
    private const string At = "At";
    private const string Links = "Links";

    /// <summary>Facts of which the first word holds.</summary>
    public static IEnumerable<TableEntity> ToFirstRows(LeadId lead, LeadFacts facts)
    {
        if (facts.Captured is { } captured)
        {
            yield return ToRow(lead, captured);
        }

        foreach (var mail in facts.Sent)
        {
            yield return ToRow(lead, mail);
        }
    }

    /// <summary>Facts that are the same whenever they are told, but for the one that the newest word settles.</summary>
    public static IEnumerable<TableEntity> ToRows(LeadId lead, LeadFacts facts)
    {
        foreach (var status in facts.Statuses)
        {
            yield return new(StatisticsKeys.Facts(lead.Shard), StatisticsKeys.Status(lead, status.At))
            {
                [At] = status.At,
                [nameof(StatusFact.Status)] = status.Status.ToString(),
            };
        }

        if (facts.UnsubscribedAt is { } at)
        {
            yield return new(StatisticsKeys.Facts(lead.Shard), StatisticsKeys.Fact(lead, StatisticsKeys.UnsubscribedFact)) { [At] = at };
        }
    }

    public static LeadFacts ToFacts(IReadOnlyCollection<TableEntity> rows)
    {
        var byKind = rows.ToLookup(row => StatisticsKeys.Which(row.RowKey));
        return new()
        {
            Captured = byKind[StatisticsKeys.CapturedFact].Select(ToCaptured).SingleOrDefault(),
            Sent = [.. byKind[StatisticsKeys.SentFact].Select(ToSent)],
            Statuses = [.. byKind[StatisticsKeys.StatusFact].Select(row => new StatusFact(row.Choice<LeadStatus>(nameof(StatusFact.Status)), row.Time(At)))],
            UnsubscribedAt = byKind[StatisticsKeys.UnsubscribedFact].Select(row => (DateTimeOffset?)row.Time(At)).SingleOrDefault(),
        };
    }

    private static TableEntity ToRow(LeadId lead, CapturedFact captured)
    {
        var row = new TableEntity(StatisticsKeys.Facts(lead.Shard), StatisticsKeys.Fact(lead, StatisticsKeys.CapturedFact))
        {
            [At] = captured.At,
            [nameof(CapturedFact.Kind)] = captured.Kind.ToString(),
            [nameof(CapturedFact.Language)] = captured.Language,
        };
        row.SetIfAny(nameof(CapturedFact.Concerns), Columns.Words(captured.Concerns));
        row.SetIfAny(nameof(CapturedFact.Article), captured.Article);
        row.SetIfAny(nameof(CapturedFact.Page), captured.Page);
        row.SetIfAny(nameof(CapturedFact.Campaign), captured.Campaign);
        row.SetIfAny(nameof(CapturedFact.Medium), captured.Medium);
        row.SetIfAny(nameof(CapturedFact.Content), captured.Content);
        row.SetIfAny(nameof(CapturedFact.FirstPage), captured.FirstPage);
        row.SetIfAny(nameof(CapturedFact.FirstCampaign), captured.FirstCampaign);
        return row;
    }

    private static CapturedFact ToCaptured(TableEntity row) => new()
    {
        At = row.Time(At),
        Kind = row.Choice<LeadKind>(nameof(CapturedFact.Kind)),
        Language = row.Text(nameof(CapturedFact.Language)),
        Concerns = row.Words(nameof(CapturedFact.Concerns)),
        Article = row.GetString(nameof(CapturedFact.Article)),
        Page = row.GetString(nameof(CapturedFact.Page)),
        Campaign = row.GetString(nameof(CapturedFact.Campaign)),
        Medium = row.GetString(nameof(CapturedFact.Medium)),
        Content = row.GetString(nameof(CapturedFact.Content)),
        FirstPage = row.GetString(nameof(CapturedFact.FirstPage)),
        FirstCampaign = row.GetString(nameof(CapturedFact.FirstCampaign)),
    };

    private static TableEntity ToRow(LeadId lead, SentFact mail)
    {
        var row = new TableEntity(StatisticsKeys.Facts(lead.Shard), StatisticsKeys.Sent(lead, mail.Step))
        {
            [At] = mail.At,
            [nameof(SentFact.Step)] = mail.Step,
        };
        row.SetIfAny(nameof(SentFact.Sequence), mail.Sequence);
        row.SetIfAny(nameof(SentFact.Variant), mail.Variant);
        row.SetIfAny(nameof(SentFact.Articles), Columns.Words(mail.Articles.Select(article => article.Slug)));
        row.SetIfAny(Links, Columns.Words(mail.Articles.Select(article => article.Link)));
        return row;
    }

    private static SentFact ToSent(TableEntity row) => new(
        row.Number(nameof(SentFact.Step)),
        row.Time(At),
        row.GetString(nameof(SentFact.Sequence)),
        [.. row.Words(nameof(SentFact.Articles)).Zip(row.Words(Links), (slug, link) => new LinkedArticle(slug, link))])
    {
        Variant = row.GetString(nameof(SentFact.Variant)),
    };
}
