using System.Diagnostics;
using LeadFunctions.Articles;
using LeadFunctions.Clinic;
using LeadFunctions.Leads;

namespace LeadFunctions.FollowUp;

/// <summary>Who is written to, when, and with which articles. Pure: the same facts give the same decision.</summary>
public sealed class VisitorRules(SequenceLibrary sequences, ArticleMatcher matcher, ArticleCatalogue catalogue, ClinicTime clinicTime)
{
    public Decision Decide(DueWork work, Lead lead, Contact contact, DateTimeOffset now)
    {
        if (contact.IsSuppressed)
        {
            return Pass(work, SendResult.Suppressed, next: null, now);
        }

        if (!lead.IsOpen || lead.Email is null)
        {
            return Pass(work, SendResult.Finished, next: null, now);
        }

        return work.Key.Step == 0 ? DecideConfirmation(work, lead, contact, now) : DecideArticles(work, lead, contact, now);
    }

    /// <summary>The work after a step, or null when the sequence ends with it.</summary>
    public DueWork? Next(DueWork work, Lead lead)
    {
        if (work.Key.Track != Track.Visitor || !lead.Consent.Articles)
        {
            return null;
        }

        var step = sequences.For(lead.Kind).Step(work.Key.Step + 1);
        return step is null ? null : new()
        {
            Key = work.Key with { Step = step.Number },
            Lead = work.Lead,
            Kind = work.Kind,
            Contact = work.Contact,
            DueAt = step.DueAt(lead.BeganAt, clinicTime),
        };
    }

    private Decision DecideConfirmation(DueWork work, Lead lead, Contact contact, DateTimeOffset now) =>
        contact.Confirmation?.Holds(work.Key, now, SendProtocol.Rest) == true
            ? Pass(work, SendResult.Capped, Next(work, lead), now)
            : new Decision.Send(work, lead, contact with { Confirmation = new(now, work.Key) }, []);

    private Decision DecideArticles(DueWork work, Lead lead, Contact contact, DateTimeOffset now)
    {
        if (contact.LatestLead != lead.Id)
        {
            return Pass(work, SendResult.Superseded, next: null, now);
        }

        if (contact.AreArticlesHeld || lead.IsFollowUpPaused)
        {
            // On the condition that the contact stays as it was read: staff may speak at this very moment.
            return new Decision.Pass(new(work) { Next = work with { DueAt = DueWork.Held }, Contact = contact });
        }

        if (contact.Articles is { } last && last.Holds(work.Key, now, SendProtocol.Rest))
        {
            return new Decision.Pass(new(work) { Next = work with { DueAt = last.At + SendProtocol.Rest } });
        }

        var articles = ArticlesFor(work, lead, contact);
        if (articles.Count == 0)
        {
            return Pass(work, SendResult.NothingLeft, next: null, now);
        }

        var slugs = articles.Select(article => article.Slug).ToList();
        return new Decision.Send(
            work with { Articles = slugs },
            lead,
            contact with { Articles = new(now, work.Key), ArticlesSent = [.. contact.ArticlesSent.Union(slugs)] },
            articles);
    }

    // What a first try chose is what a second try sends: those articles count as sent since the claim.
    private List<Article> ArticlesFor(DueWork work, Lead lead, Contact contact)
    {
        if (work.Articles.Count > 0)
        {
            return [.. work.Articles.Select(slug => catalogue.TryFind(slug, out var article) ? article : null).OfType<Article>()];
        }

        var step = sequences.For(lead.Kind).Step(work.Key.Step)
            ?? throw new UnreachableException($"The sequence has no step {work.Key.Step}.");
        var had = contact.ArticlesSent.Append(lead.Source.Article ?? "").ToList();
        return [.. matcher.Match(new(lead.Concerns, lead.Message, had), step.Articles).Select(match => match.Article)];
    }

    private static Decision.Pass Pass(DueWork work, SendResult result, DueWork? next, DateTimeOffset now) =>
        new(SendProtocol.Finished(work, result, next, now));
}
