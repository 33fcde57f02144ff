using LeadFunctions.Desk;
using LeadFunctions.Leads;

namespace LeadFunctions.FollowUp;

/// <summary>
/// What is wrong with a lead's rows, and what mends it for certain. Pure: the same book gives the same findings. One who holds is never written to
/// twice: where a mail may have left and nothing is on record, its work comes back as a post without an answer, which is judged and never repeated.
/// </summary>
public sealed class ScrubRules(VisitorRules visitors, AnswerClock answers, StaffDirectory staff)
{
    // A post without an answer that was made so often is not made again: it is judged by its events, or staff see it.
    private const int NoMorePosts = 2;

    public IReadOnlyList<ScrubFinding> Look(LeadBook book, DateTimeOffset now)
    {
        if (book.IsEmpty || book.Contact?.ErasingAt is not null)
        {
            // There is nothing, or an erasure takes all of it away, in its own order.
            return [];
        }

        if (book.Lead is not { } lead)
        {
            // Whoever was told that their request has come must not vanish with its traces.
            return book.HasSubmission ? [Found(ScrubProblem.LeadLost, null)] : [Found(ScrubProblem.Orphan, new ScrubRepair.RemoveAll())];
        }

        return [.. OfRows(book, lead), .. OfWork(book), .. Missing(book, lead, now).Select(work => Found(ScrubProblem.WorkMissing, new ScrubRepair.AddWork(work)))];

        ScrubFinding Found(ScrubProblem problem, ScrubRepair? repair) => new(problem, book.Id, repair);
    }

    private static IEnumerable<ScrubFinding> OfRows(LeadBook book, Lead lead)
    {
        if (!book.HasReference)
        {
            yield return new(ScrubProblem.ReferenceMissing, book.Id, new ScrubRepair.AddReference());
        }

        if (!book.HasSubmission)
        {
            yield return new(ScrubProblem.SubmissionMissing, book.Id, new ScrubRepair.AddSubmission());
        }

        if (book.Contact is null && !lead.Quarantined)
        {
            // Who was never written to, and asked but once, has not said stop in any mail of ours; of others that may have been forgotten with the row.
            var isCertain = book.LastOf(Track.Visitor) is null && book.SubmissionsOfPerson <= 1;
            yield return new(ScrubProblem.ContactMissing, book.Id, isCertain ? new ScrubRepair.AddContact() : null);
        }
    }

    private static IEnumerable<ScrubFinding> OfWork(LeadBook book)
    {
        foreach (var done in book.Due.Where(work => IsDone(book, work)))
        {
            yield return new(ScrubProblem.WorkDone, book.Id, new ScrubRepair.RemoveWork(done));
        }

        foreach (var track in book.Due.Where(work => !IsDone(book, work)).GroupBy(work => work.Key.Track).Where(track => track.Count() > 1))
        {
            var kept = track.OrderByDescending(work => work.State != DueState.Due).ThenByDescending(work => work.Attempts).ThenBy(work => work.DueAt).First();
            foreach (var other in track.Where(work => work != kept))
            {
                var isSame = other.Key == kept.Key && other.State == DueState.Due;
                yield return new(ScrubProblem.WorkTwice, book.Id, isSame ? new ScrubRepair.RemoveWork(other) : null);
            }
        }
    }

    // What was given up may have been put back on its way by staff.
    private static bool IsDone(LeadBook book, DueWork work) =>
        book.Sends.Any(send => send.Key == work.Key && send.Result is not (SendResult.DeadLetter or SendResult.NotArrived));

    private IEnumerable<DueWork> Missing(LeadBook book, Lead lead, DateTimeOffset now)
    {
        var open = book with { Due = [.. book.Due.Where(work => !IsDone(book, work))] };
        return new[] { Alert(open, lead, now), Promise(open, lead, now), Visitor(open, lead, now) }.OfType<DueWork>();
    }

    /// <summary>Staff wait for nothing else: an alert that went to nobody, of somebody who still waits.</summary>
    private static DueWork? Alert(LeadBook book, Lead lead, DateTimeOffset now) =>
        lead.IsAwaitingAnswer && !book.HasWork(Track.Alert) && !book.HasLetter(Track.Alert)
        && !book.Sends.Any(send => send is { Key.Track: Track.Alert, Result: SendResult.Accepted or SendResult.NotArrived or SendResult.DeadLetter })
            ? Begin(lead, Track.Alert, NextStep(book, Track.Alert), now) with { IsUrgent = lead.IsUrgent }
            : null;

    /// <summary>The clock begins when the first mail of the alert is done with, and ends with the last of the escalation list.</summary>
    private DueWork? Promise(LeadBook book, Lead lead, DateTimeOffset now)
    {
        var step = NextStep(book, Track.Promise);
        var isAnybodyLeft = step == 0 ? staff.AlertedMembers.Count > 0 : step <= staff.Escalation.Count;
        if (!lead.IsAwaitingAnswer || book.HasWork(Track.Promise) || !isAnybodyLeft || !book.Sends.Any(send => send.Key is { Track: Track.Alert, Step: 0 }))
        {
            return null;
        }

        var point = book.LastOf(Track.Promise) is { } last
            ? answers.After(lead.Kind, lead.IsUrgent, last.At)
            : answers.DueBy(lead);
        return Begin(lead, Track.Promise, step, Later(point, now)) with { IsUrgent = lead.IsUrgent };
    }

    private DueWork? Visitor(LeadBook book, Lead lead, DateTimeOffset now)
    {
        if (!lead.IsOpen || lead.Email is null || book.Contact is not { IsSuppressed: false } contact || book.HasWork(Track.Visitor) || book.HasLetter(Track.Visitor))
        {
            return null;
        }

        var work = book.LastOf(Track.Visitor) is { } last ? After(last, lead, contact, now) : Begin(lead, Track.Visitor, 0, lead.BeganAt);
        return work is null ? null
            : ClaimOf(work, contact) is { } claimedAt ? work with { State = DueState.Uncertain, Attempts = NoMorePosts, AttemptedAt = claimedAt, DueAt = now }
            : work with { DueAt = Later(work.DueAt, now) };
    }

    /// <returns>Null where the sequence has ended.</returns>
    private DueWork? After(SendRecord last, Lead lead, Contact contact, DateTimeOffset now)
    {
        if (last.Result is not (SendResult.Accepted or SendResult.Capped or SendResult.Late or SendResult.Skipped)
            || contact.HasRevokedArticles(lead)
            || contact.IsTakenOver(lead.Id, now))
        {
            return null;
        }

        // With a time by which it had to leave, as any step that nobody put off: what follows from it is then too late in its own time.
        var done = Begin(lead, Track.Visitor, last.Key.Step, last.At) with { SequenceVersion = last.SequenceVersion, LatestAt = last.At };
        return visitors.Next(done, lead);
    }

    /// <summary>
    /// When the mail was claimed, as the person's row remembers it, or might have been and was forgotten for a later claim; null where it certainly was
    /// not: claims of a person keep a distance, so of two that are closer only one can have been.
    /// </summary>
    private static DateTimeOffset? ClaimOf(DueWork work, Contact contact)
    {
        if (work.Key.Step == 0)
        {
            return contact.Confirmation is not { } confirmation ? null
                : confirmation.Send == work.Key ? confirmation.At
                : confirmation.At >= work.DueAt + SendProtocol.Rest ? work.DueAt
                : null;
        }

        return contact.Articles is not { } latest ? null
            : contact.RecentArticles.Append(latest).FirstOrDefault(mark => mark.Send == work.Key) is { } claim ? claim.At
            : latest.At - Contact.Recently > work.DueAt ? work.DueAt
            : null;
    }

    private static int NextStep(LeadBook book, Track track) => book.LastOf(track) is { } last ? last.Key.Step + 1 : 0;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DueWork Begin(Lead lead, Track track, int step, DateTimeOffset at) => new()
    {
        Key = new(lead.Id, track, step),
        Lead = lead.Handle,
        Kind = lead.Kind,
        Contact = lead.Contact,
        DueAt = at,
    };
}
