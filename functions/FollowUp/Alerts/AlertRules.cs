using LeadFunctions.Desk;
using LeadFunctions.Email;
using LeadFunctions.Leads;

namespace LeadFunctions.FollowUp;

/// <summary>
/// Whom an alert goes to: everybody who is alerted, each with a mail of their own, one right after the other; and then, while no copy is reported
/// to have arrived, the contacts of the escalation list, one every five minutes. All of it is one row of due work, which remembers who was told.
/// Pure: the same facts give the same decision.
/// </summary>
public sealed class AlertRules(StaffDirectory staff, LeadKeys keys, AnswerClock answers, DeliveryReports reports)
{
    /// <summary>How long a copy may take to be reported as arrived before the next contact is told.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>How often it is looked whether one has.</summary>
    public static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);

    /// <summary>Why a contact of the escalation list got an alert, in the record of the mail.</summary>
    public const string PassedOn = "passed-on";

    /// <summary>Whether the mails to all who are alerted have left, so that it matters whether one has arrived.</summary>
    public bool IsWatched(DueWork work) => RecipientOf(work) is null;

    /// <param name="work">The alert.</param>
    /// <param name="lead">Its lead.</param>
    /// <param name="arrival">Whether it has arrived; not looked at before it is watched.</param>
    /// <param name="now">UTC.</param>
    public Decision Decide(DueWork work, Lead lead, AlertArrival arrival, DateTimeOffset now)
    {
        var member = RecipientOf(work);
        if (member is not null && staff.AlertedMembers.Contains(member))
        {
            return Send(work, lead, member);
        }

        if (work.Copies > 0 && (IsLookedAfter(lead) || (member is null && (arrival is AlertArrival.Arrived or AlertArrival.NotTold))))
        {
            return new Decision.Pass(new(work));
        }

        if (member is not null)
        {
            return Send(work, lead, member);
        }

        if (work.Copies > 0 && arrival == AlertArrival.Open && now < work.TakenAt + Patience)
        {
            return new Decision.Pass(new(work) { Next = work with { DueAt = now + LookAgain } });
        }

        return staff.Escalation.FirstOrDefault(contact => !IsAddressed(work, contact)) is { } next ? Send(work, lead, next)
            : work.Copies > 0 ? new Decision.Pass(SendProtocol.NotArrived(work, now))
            : new Decision.Pass(new(work) { Next = work with { Addressed = [], DueAt = now + SendProtocol.LongestPause } });
    }

    /// <summary>What follows from the provider's answer. One that does not take mail to somebody does not keep the others from being told.</summary>
    /// <returns>Null when the answer is unknown: the work then comes back by itself when the claim ends.</returns>
    public Move? After(DueWork claimed, SendOutcome outcome, DateTimeOffset now)
    {
        var isPassedOn = staff.AlertedMembers.All(member => keys.Member(member.Address) != claimed.Recipient);
        var move = outcome switch
        {
            SendOutcome.Accepted accepted => SendProtocol.Finished(
                claimed, SendResult.Accepted, Next(claimed, claimed.Copies + 1, now, now), now, accepted.MessageId, isPassedOn ? PassedOn : null),
            SendOutcome.RefusedForGood => SendProtocol.Finished(claimed, SendResult.Refused, Next(claimed, claimed.Copies, claimed.TakenAt, now), now),
            _ => SendProtocol.After(claimed, outcome, next: null, now),
        };
        return move is null ? null : WithPromise(move);
    }

    /// <summary>The work failed before anything was posted.</summary>
    public Move Failed(DueWork work, DateTimeOffset now) => WithPromise(SendProtocol.Failed(work, now));

    // The clock of the promise begins with the move by which the first mail is done with: that happens once.
    private Move WithPromise(Move move) => move.From.Key.Step > 0 || move.Next?.Key == move.From.Key ? move : move with
    {
        Begins = new()
        {
            Key = new(move.From.Key.Lead, Track.Promise, 0),
            Lead = move.From.Lead,
            Kind = move.From.Kind,
            Contact = move.From.Contact,
            DueAt = answers.After(move.From.Kind, move.From.IsUrgent, move.From.Lead.CapturedAt),
            IsUrgent = move.From.IsUrgent,
        },
    };

    private Decision.Send Send(DueWork work, Lead lead, StaffMember member) => new(work with { Recipient = keys.Member(member.Address) }, lead, Contact: null, [])
    {
        Member = member,
        IsPassedOn = !staff.AlertedMembers.Contains(member),
    };

    /// <summary>Who is next is told at once; when all are, it is looked after a while whether a copy has arrived, where anybody tells.</summary>
    private DueWork? Next(DueWork claimed, int copies, DateTimeOffset? takenAt, DateTimeOffset now)
    {
        var next = new DueWork
        {
            Key = claimed.Key with { Step = claimed.Key.Step + 1 },
            Lead = claimed.Lead,
            Kind = claimed.Kind,
            Contact = claimed.Contact,
            Trace = claimed.Trace,
            DueAt = now,
            IsUrgent = claimed.IsUrgent,
            Addressed = [.. claimed.Addressed, .. claimed.Recipient is { } key ? [key] : Array.Empty<string>()],
            Copies = copies,
            TakenAt = takenAt,
        };
        return copies == 0 || RecipientOf(next) is not null ? next
            : reports.ComeIn ? next with { DueAt = now + LookAgain }
            : null;
    }

    // Once chosen it stays, so that a second try goes to the same: unless they have left the list meanwhile.
    private StaffMember? RecipientOf(DueWork work) =>
        staff.Members.FirstOrDefault(member => member.FollowsLeads && keys.Member(member.Address) == work.Recipient)
        ?? staff.AlertedMembers.FirstOrDefault(member => !IsAddressed(work, member));

    private bool IsAddressed(DueWork work, StaffMember member) => work.Addressed.Contains(keys.Member(member.Address));

    private static bool IsLookedAfter(Lead lead) => lead.AssignedTo is not null || lead.Status != LeadStatus.New || lead.FirstRespondedAt is not null;
}
