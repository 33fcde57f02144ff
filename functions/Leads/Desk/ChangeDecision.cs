namespace LeadFunctions.Leads;

/// <summary>What comes of a change that staff want.</summary>
public abstract record ChangeDecision
{
    private ChangeDecision()
    {
    }

    /// <summary>It can be made.</summary>
    /// <param name="Before">The lead as it was.</param>
    /// <param name="After">The lead as it becomes.</param>
    /// <param name="Deeds">What goes into the timeline, in order; empty when everything is so already.</param>
    public sealed record Made(Lead Before, Lead After, IReadOnlyList<TimelineDeed> Deeds) : ChangeDecision
    {
        /// <summary>The lead leaves quarantine: its first work begins.</summary>
        public bool IsReleased => Before.Quarantined && !After.Quarantined;

        /// <summary>The person's articles are let go.</summary>
        public bool LetsArticlesGo => Deeds.Any(deed => deed.Kind == TimelineKind.ArticlesReleased);

        /// <summary>The articles of this lead are held back from now on, or go on.</summary>
        public bool TurnsFollowUp => Before.IsFollowUpPaused != After.IsFollowUpPaused;

        /// <summary>A mail that was given up goes on its way again, or is set aside.</summary>
        public bool MovesLetter => Deeds.Any(deed => deed.Kind is TimelineKind.MailPutBack or TimelineKind.MailSetAside);
    }

    /// <summary>It is not possible.</summary>
    public sealed record Refused(ChangeProblem Problem) : ChangeDecision;

    /// <summary>Decides. Pure: the same facts give the same decision.</summary>
    /// <param name="lead">The lead as it is.</param>
    /// <param name="contact">What is remembered of the person, if anything.</param>
    /// <param name="change">What is wanted.</param>
    /// <param name="now">UTC.</param>
    /// <param name="isGivenUp">Whether the mail that the change names is given up still.</param>
    public static ChangeDecision Of(Lead lead, Contact? contact, LeadChange change, DateTimeOffset now, bool isGivenUp = false)
    {
        var after = change.ReleasesQuarantine && lead.Quarantined ? lead.Release(now) : lead;
        after = change.Call is { } result ? after.Call(result, now) : after;
        if (change.Status is { } status)
        {
            if (after.MoveTo(status, now) is not { } moved)
            {
                return new Refused(ChangeProblem.StatusOutOfReach);
            }

            after = moved;
        }

        if (change.ClosedReason is { } reason)
        {
            if (after.Status != LeadStatus.Closed)
            {
                return new Refused(ChangeProblem.NotClosed);
            }

            after = after with { ClosedReason = reason.Length == 0 ? null : reason };
        }

        after = change.Assignee is { } assignee ? after with { AssignedTo = assignee.Length == 0 ? null : assignee } : after;
        after = change.IsFollowUpPaused is { } isPaused ? after.Pause(isPaused, now) : after;
        return new Made(lead, after, [.. DeedsOf(lead, after, contact, change), .. isGivenUp ? DeedsOf(change.Letter) : []]);
    }

    private static IEnumerable<TimelineDeed> DeedsOf(LetterChange? letter) =>
        letter is null ? [] : [new(letter.IsPutBack ? TimelineKind.MailPutBack : TimelineKind.MailSetAside) { Text = letter.Mail.ToString() }];

    private static IEnumerable<TimelineDeed> DeedsOf(Lead before, Lead after, Contact? contact, LeadChange change)
    {
        if (before.Quarantined && !after.Quarantined)
        {
            yield return new(TimelineKind.Released);
        }

        if (change.Call is { } result)
        {
            yield return new(TimelineKind.Called) { Call = result };
        }

        if (before.Status != after.Status || before.ClosedReason != after.ClosedReason)
        {
            yield return new(TimelineKind.StatusChanged) { From = before.Status, To = after.Status, Text = after.ClosedReason };
        }

        if (before.AssignedTo != after.AssignedTo)
        {
            yield return new(TimelineKind.Assigned) { Text = after.AssignedTo };
        }

        if (change.Note is { Length: > 0 } note)
        {
            yield return new(TimelineKind.Noted) { Text = note };
        }

        if (change.ReleasesArticles && contact is { AreArticlesHeld: true })
        {
            yield return new(TimelineKind.ArticlesReleased);
        }

        if (before.IsFollowUpPaused != after.IsFollowUpPaused)
        {
            yield return new(after.IsFollowUpPaused ? TimelineKind.FollowUpPaused : TimelineKind.FollowUpResumed);
        }
    }
}
