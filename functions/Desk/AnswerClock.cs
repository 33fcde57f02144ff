using LeadFunctions.Clinic;
using LeadFunctions.Leads;

namespace LeadFunctions.Desk;

/// <summary>
/// The clock of the clinic's promise: by when a lead is to be answered, and which ones have waited too long. Everybody who says when an answer is
/// due asks here: queue, lists, mails to staff and reminders. What is urgent is promised by day and by night, all else in opening hours; and what
/// was held back, and let out later, from then on.
/// </summary>
public sealed class AnswerClock(ClinicProfile clinic)
{
    private static readonly TimeSpan FirstLook = TimeSpan.FromDays(7);
    private static readonly TimeSpan FurthestLook = TimeSpan.FromDays(3650);

    /// <summary>By when the clinic has promised to answer (UTC), whether it has since or not.</summary>
    public DateTimeOffset DueBy(Lead lead) => After(lead.Kind, lead.IsUrgent, lead.BeganAt);

    /// <summary>One promise (UTC) later than an instant: of a lead that begins then the end of the first, of one that waits the next point of its clock.</summary>
    public DateTimeOffset After(LeadKind kind, bool isUrgent, DateTimeOffset since) =>
        isUrgent ? since + clinic.Promise.Urgent : clinic.Hours.Deadline(since, PromiseFor(kind));

    /// <summary>The first instant (UTC), not before <paramref name="now"/>, at which staff may be reminded: what is urgent does not wait for the clinic to open.</summary>
    public DateTimeOffset EarliestReminder(Lead lead, DateTimeOffset now) => lead.IsUrgent ? now : clinic.Hours.NextOpening(now);

    /// <summary>Whether a lead still waits, and has waited longer than was promised.</summary>
    public bool IsOverdue(Lead lead, DateTimeOffset now) => lead.IsAwaitingAnswer && DueBy(lead) < now;

    /// <summary>How much of the promise is left, in opening hours but for what is urgent; nothing when it is over.</summary>
    public TimeSpan LeftOf(Lead lead, DateTimeOffset now) =>
        !lead.IsUrgent ? clinic.Hours.Between(now, DueBy(lead))
        : DueBy(lead) is var due && due > now ? due - now
        : TimeSpan.Zero;

    /// <summary>Which leads are overdue at an instant, for a list: the same that <see cref="IsOverdue"/> says.</summary>
    public Overdue OverdueAt(DateTimeOffset now) => new(BrokenFor(LeadKind.Call, now), BrokenFor(LeadKind.Appointment, now), now - clinic.Promise.Urgent);

    private TimeSpan PromiseFor(LeadKind kind) => kind == LeadKind.Call ? clinic.Promise.Call : clinic.Promise.Appointment;

    /// <summary>The instant before which every lead that came has been promised an answer before now, and none that came at it or later.</summary>
    private DateTimeOffset BrokenFor(LeadKind kind, DateTimeOffset now)
    {
        var promise = PromiseFor(kind);
        var look = FirstLook;
        while (!IsBroken(now - look, promise, now) && look < FurthestLook)
        {
            look *= 2;
        }

        // Who comes later is answered later, so one instant divides them: it is found by halving.
        var (broken, kept) = (now - look, now);
        while (kept - broken > TimeSpan.FromTicks(1))
        {
            var middle = broken + ((kept - broken) / 2);
            (broken, kept) = IsBroken(middle, promise, now) ? (middle, kept) : (broken, middle);
        }

        return kept;
    }

    private bool IsBroken(DateTimeOffset capturedAt, TimeSpan promise, DateTimeOffset now) => clinic.Hours.Deadline(capturedAt, promise) < now;
}
