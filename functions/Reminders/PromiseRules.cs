using LeadFunctions.Desk;
using LeadFunctions.Leads;

namespace LeadFunctions.Reminders;

/// <summary>
/// Whom staff are reminded by, and when: at the end of the promise whoever looks after the lead, or all who are alerted; then the contacts of the
/// escalation list, one for each further promise. Pure: the same facts give the same answer.
/// </summary>
public sealed class PromiseRules(AnswerClock answers, StaffDirectory staff)
{
    /// <summary>How long a claim hides a promise from other runs: a run that dies is made good by the next.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(4);

    /// <summary>How long until a reminder that could not be sent is tried again.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <returns>Who is to be told now; null when nobody is, and <paramref name="move"/> says what becomes of the promise.</returns>
    /// <param name="work">The point of the clock that has come.</param>
    /// <param name="lead">The lead; null when it is gone.</param>
    /// <param name="now">UTC.</param>
    /// <param name="move">Ends the clock, or sets it to the next point; null when somebody is to be told.</param>
    public IReadOnlyList<StaffMember>? Decide(DueWork work, Lead? lead, DateTimeOffset now, out Move? move)
    {
        move = null;
        if (lead is null || !lead.IsAwaitingAnswer || MembersOf(work, lead) is not { Count: > 0 } members)
        {
            move = new(work);
            return null;
        }

        // It began with the lead; but what was held back, and let out later, is promised from then on.
        var point = work.Key.Step == 0 ? answers.DueBy(lead) : now;
        var earliest = answers.EarliestReminder(lead, point > now ? point : now);
        if (earliest > now)
        {
            move = new(work) { Next = work with { DueAt = earliest, State = DueState.Due } };
            return null;
        }

        return members;
    }

    /// <summary>What follows when the reminder has left, or is refused for good and will never leave.</summary>
    public Move After(Reminder reminder, bool isSent, DateTimeOffset now)
    {
        var work = reminder.Work;
        return new(work)
        {
            Record = new() { Key = work.Key, Result = isSent ? SendResult.Accepted : SendResult.Refused, At = now, Attempts = work.Attempts },
            Next = work.Key.Step >= staff.Escalation.Count ? null : new()
            {
                Key = work.Key with { Step = work.Key.Step + 1 },
                Lead = work.Lead,
                Kind = work.Kind,
                Contact = work.Contact,
                DueAt = isSent ? answers.After(reminder.Lead.Kind, reminder.Lead.IsUrgent, now) : now,
                IsUrgent = work.IsUrgent,
            },
        };
    }

    /// <summary>The promise while its reminder is being sent.</summary>
    public static DueWork Claimed(DueWork work, DateTimeOffset now) =>
        work with { State = DueState.Sending, DueAt = now + Lease, Attempts = work.Attempts + 1, AttemptedAt = now };

    /// <summary>Certainly not sent: it is tried again soon.</summary>
    public static Move Later(Reminder reminder, DateTimeOffset now) =>
        new(reminder.Work) { Next = reminder.Work with { State = DueState.Due, DueAt = now + Pause } };

    private IReadOnlyList<StaffMember> MembersOf(DueWork work, Lead lead) =>
        work.Key.Step > 0 ? [.. staff.Escalation.Skip(work.Key.Step - 1).Take(1)]
        : staff.Members.FirstOrDefault(member => member.FollowsLeads && StaffDirectory.IsOf(member, lead.AssignedTo ?? "")) is { } owner ? [owner]
        : staff.AlertedMembers;
}
