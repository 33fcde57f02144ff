using LeadFunctions.Leads;

namespace LeadFunctions.FollowUp;

/// <summary>What a person said about all mail of ours, whichever of their requests it is for. Pure: the same facts give the same move.</summary>
internal static class PersonRules
{
    // An erasure deletes the work; when it was cut short, it is gone on with within minutes.
    private static readonly TimeSpan WhileErased = TimeSpan.FromMinutes(1);

    /// <returns>Null when nothing that the person said stands in the way.</returns>
    public static Move? Decide(DueWork work, Lead lead, Contact contact, DateTimeOffset now)
    {
        if (contact.ErasingAt is not null)
        {
            return new(work) { Next = work with { DueAt = now + WhileErased } };
        }

        if (work.Key.Step == 0)
        {
            return null;
        }

        if (contact.HasRevokedArticles(lead))
        {
            return SendProtocol.Finished(work, SendResult.Revoked, next: null, now);
        }

        // On the condition that the contact stays as it was read: whoever ends the pause looks for work that waits for its end.
        return contact.PausedUntil is { } until && now < until
            ? new(work) { Next = work.PutOff(until), Contact = contact }
            : null;
    }

    /// <summary>The lead in the language that the person chose since, if they chose one.</summary>
    public static Lead InTheirLanguage(Lead lead, Contact contact) =>
        contact.Language is { } chosen && lead.CapturedAt <= chosen.At ? lead with { Language = chosen.Language } : lead;
}
