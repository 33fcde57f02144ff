using System.Globalization;
using LeadFunctions.Leads;

namespace LeadFunctions.Stats;

/// <summary>Reads what the figures need of a lead, once: afterwards they never look at the lead again.</summary>
public sealed class FactReading(ILeadStore leads, IOutbox outbox, LeadKeys keys)
{
    // Whoever wrote more often than this before is not worth a longer look.
    private const int MostEarlier = 5;

    /// <returns>Null when the lead is gone, or is held for spam.</returns>
    public async Task<CapturedFact?> CapturedAsync(LeadHandle handle, CancellationToken cancellationToken)
    {
        if (await leads.FindAsync(handle, cancellationToken) is not { } lead || (lead.Quarantined && lead.Status != LeadStatus.Booked))
        {
            return null;
        }

        var first = await FirstOfPersonAsync(lead, cancellationToken);
        return new()
        {
            At = lead.CapturedAt,
            Kind = lead.Kind,
            Concerns = lead.Concerns,
            Language = lead.Language.Code,
            Article = SourceLabels.Label(lead.Source.Article),
            Page = SourceLabels.Page(lead.Source.Page),
            Campaign = SourceLabels.Label(lead.Source.Campaign),
            Medium = SourceLabels.Label(lead.Source.Medium),
            Content = SourceLabels.Label(lead.Source.Content),
            FirstPage = SourceLabels.Page(first.Source.Page),
            FirstCampaign = SourceLabels.Label(first.Source.Campaign),
        };
    }

    public SentFact Sent(OutboxNote note) => new(
        note.Step,
        note.At,
        note.Sequence,
        [.. note.Articles.Select(slug => new LinkedArticle(slug, keys.Article(slug).ToString("x16", CultureInfo.InvariantCulture)))])
    {
        Variant = note.Variant,
    };

    /// <summary>The lead of a person that was the newest when they said stop, and all of their leads.</summary>
    public async Task<(LeadHandle? Newest, IReadOnlyList<LeadHandle> All)> OfContactAsync(
        ContactKey contact, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var all = await outbox.OfContactAsync(contact, cancellationToken).OrderBy(lead => lead.CapturedAt).ToListAsync(cancellationToken);
        return (all.Select(lead => (LeadHandle?)lead).LastOrDefault(lead => lead!.Value.CapturedAt <= at) ?? (all.Count > 0 ? all[0] : null), all);
    }

    private async Task<Lead> FirstOfPersonAsync(Lead lead, CancellationToken cancellationToken)
    {
        var earlier = await outbox.OfContactAsync(lead.Contact, cancellationToken)
            .Where(other => other.CapturedAt < lead.CapturedAt)
            .OrderBy(other => other.CapturedAt)
            .Take(MostEarlier)
            .ToListAsync(cancellationToken);
        foreach (var handle in earlier)
        {
            if (await leads.FindAsync(handle, cancellationToken) is { Quarantined: false } first)
            {
                return first;
            }
        }

        return lead;
    }
}
