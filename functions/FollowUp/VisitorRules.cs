using LeadFunctions.Articles;
using LeadFunctions.Clinic;
using LeadFunctions.Leads;
using Microsoft.Extensions.Options;

namespace LeadFunctions.FollowUp;

/// <summary>Who is written to, when, and with which articles. Pure: the same facts give the same decision.</summary>
public sealed class VisitorRules(
    SequenceLibrary sequences, ArticleMatcher matcher, ArticleCatalogue catalogue, ClinicTime clinicTime, IOptions<ComplianceOptions>? compliance = null, ArticleRanking? ranking = null)
{
    // How long a sequence that goes on may take over its last step, where the step itself does not say.
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(14);

    public Decision Decide(DueWork work, Lead lead, Contact contact, DateTimeOffset now, StepFacts facts = default)
    {
        if (contact.IsSuppressed)
        {
            return Pass(work, SendResult.Suppressed, next: null, now);
        }

        if (!lead.IsOpen || lead.Email is null)
        {
            return Finish(work, contact, now);
        }

        if (PersonRules.Decide(work, lead, contact, now) is { } move)
        {
            return new Decision.Pass(move);
        }

        lead = PersonRules.InTheirLanguage(lead, contact);
        return work.Key.Step == 0 ? DecideConfirmation(work, lead, contact, now) : DecideArticles(work, lead, contact, now, facts);
    }

    /// <summary>The work after a step, or null when the sequence ends with it.</summary>
    public DueWork? Next(DueWork work, Lead lead)
    {
        if (work.Key.Track != Track.Visitor || !lead.Consent.Articles)
        {
            return null;
        }

        var sequence = sequences.Of(work, lead);
        if (sequence.After(work.Key.Step) is not { } step)
        {
            return null;
        }

        var planned = step.PlannedAt(lead.BeganAt, clinicTime);
        return new()
        {
            Key = work.Key with { Step = step.Number },
            Lead = work.Lead,
            Kind = work.Kind,
            Contact = work.Contact,
            Trace = work.Trace,
            DueAt = planned,
            SequenceVersion = sequence.Version,
            LatestAt = WasPutOff(work, sequence) ? null : planned + step.Latest,
        };
    }

    /// <summary>The articles that a step would bring now, the best first, each with the reason for it.</summary>
    public IReadOnlyList<ArticleMatch> Choose(SequenceStep step, Lead lead, Contact contact, StepVariant? variant = null)
    {
        var had = contact.ArticlesSent.Append(lead.Source.Article ?? "").ToList();
        var first = (variant?.First ?? []).Except(had).Select(slug => catalogue.TryFind(slug, out var article) ? article : null).OfType<Article>().Take(step.Articles).ToList();
        return
        [
            .. first.Select(article => new ArticleMatch(article, 0, ArticlesText.WhyVariant)),
            .. first.Count < step.Articles ? matcher.Match(new(lead.Concerns, lead.Message, [.. had, .. first.Select(article => article.Slug)]), step.Articles - first.Count, ranking?.For(lead, step.Number)) : [],
        ];
    }

    /// <summary>The ways in which a step is written; empty where every mail is the same.</summary>
    public IReadOnlyList<StepVariant> VariantsOf(SequenceStep step) => compliance?.Value.IsHipaa == true ? [] : step.Variants;

    /// <summary>The variant that somebody gets of a step: what was begun with, else the one that is theirs.</summary>
    public StepVariant? VariantFor(SequenceStep step, DueWork work, Lead lead) => work.Attempts > 0
        ? VariantsOf(step).FirstOrDefault(variant => variant.Id == work.Variant)
        : StepVariant.Of(step with { Variants = VariantsOf(step) }, sequences.Of(work, lead), work);

    private Decision DecideConfirmation(DueWork work, Lead lead, Contact contact, DateTimeOffset now) =>
        contact.Confirmation?.Holds(work.Key, now, SendProtocol.Rest) == true
            ? Pass(work, SendResult.Capped, Next(work, lead), now)
            : new Decision.Send(work with { SequenceVersion = sequences.For(lead.Kind).Version }, lead, contact with { Confirmation = new(now, work.Key) }, []);

    private Decision DecideArticles(DueWork work, Lead lead, Contact contact, DateTimeOffset now, StepFacts facts)
    {
        var sequence = sequences.Of(work, lead);
        if (contact.IsTakenOver(lead.Id, now))
        {
            return Pass(work, SendResult.Superseded, next: null, now);
        }

        if (sequence.EndsAt.Contains(lead.Status))
        {
            return Finish(work, contact, now);
        }

        if (contact.AreArticlesHeld || lead.IsFollowUpPaused)
        {
            // On the condition that the contact stays as it was read: staff may speak at this very moment.
            return new Decision.Pass(new(work) { Next = work.PutOff(DueWork.Held), Contact = contact });
        }

        if (sequence.Step(work.Key.Step) is not { } step)
        {
            return Pass(work, SendResult.Skipped, Next(work, lead), now, "step");
        }

        return NotNow(work, lead, contact, step, sequence, now, facts) ?? Send(work, lead, contact, step, now);
    }

    /// <summary>Why a step does not leave now: it is too late, or not for this person, or its time has not come. Null when it does.</summary>
    private Decision.Pass? NotNow(DueWork work, Lead lead, Contact contact, SequenceStep step, Sequence sequence, DateTimeOffset now, StepFacts facts)
    {
        // What may have left is finished as it was begun, whatever has changed since.
        var isBegun = work.Attempts > 0;
        if (!isBegun && now > work.LatestAt)
        {
            return Pass(work, SendResult.Late, Next(work, lead), now);
        }

        if (!isBegun && step.Only.Unmet(lead, facts) is { } unmet)
        {
            return Pass(work, SendResult.Skipped, Next(work, lead), now, unmet);
        }

        var earliest = Pace.Earliest(work.Key, step, sequence.MostPerWeek, contact, now, clinicTime);
        return earliest <= now ? null
            : !isBegun && earliest > work.LatestAt ? Pass(work, SendResult.Capped, Next(work, lead), now)
            : new Decision.Pass(new(work) { Next = work with { DueAt = earliest } });
    }

    private Decision Send(DueWork work, Lead lead, Contact contact, SequenceStep step, DateTimeOffset now)
    {
        var variant = VariantFor(step, work, lead);
        var articles = ArticlesFor(work, lead, contact, step, variant);
        if (articles.Count == 0)
        {
            return Pass(work, SendResult.NothingLeft, next: null, now);
        }

        var slugs = articles.Select(article => article.Slug).ToList();
        var claimed = contact.WithArticles(new(now, work.Key), slugs) with { Running = RunningAfter(work, lead, now) ?? contact.Running };
        return new Decision.Send(work with { Articles = slugs, Variant = variant?.Id }, lead, claimed, articles) { Subject = variant?.Subject };
    }

    // What a first try chose is what a second try sends: those articles count as sent since the claim.
    private List<Article> ArticlesFor(DueWork work, Lead lead, Contact contact, SequenceStep step, StepVariant? variant) => work.Articles.Count > 0
        ? [.. work.Articles.Select(slug => catalogue.TryFind(slug, out var article) ? article : null).OfType<Article>()]
        : [.. Choose(step, lead, contact, variant).Select(match => match.Article)];

    /// <summary>What the contact remembers of a sequence that goes on whatever comes: until its last step is over, or until now when this is it.</summary>
    private RunningArticles? RunningAfter(DueWork work, Lead lead, DateTimeOffset now)
    {
        var sequence = sequences.Of(work, lead);
        if (sequence.NewerRequest != NewerRequest.Continue)
        {
            return null;
        }

        var last = sequence.Steps[^1];
        return new(lead.Id, last.Number <= work.Key.Step ? now : last.PlannedAt(lead.BeganAt, clinicTime) + (last.Latest ?? LongestDelay));
    }

    // Somebody had a step wait, and let it go: what comes after it is not too late either, and comes day by day.
    private static bool WasPutOff(DueWork work, Sequence sequence) => work.LatestAt is null && sequence.Step(work.Key.Step)?.Latest is not null;

    // A sequence that has ended goes on no more: who asks again gets articles.
    private static Decision.Pass Finish(DueWork work, Contact contact, DateTimeOffset now)
    {
        var move = SendProtocol.Finished(work, SendResult.Finished, next: null, now);
        return new(contact.Running is { } running && running.Lead == work.Key.Lead && running.Until > now
            ? move with { Contact = contact with { Running = running with { Until = now } } }
            : move);
    }

    private static Decision.Pass Pass(DueWork work, SendResult result, DueWork? next, DateTimeOffset now, string? reason = null) =>
        new(SendProtocol.Finished(work, result, next, now, reason: reason));
}
