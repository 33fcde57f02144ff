using LeadFunctions.Clinic;
using LeadFunctions.Leads;

namespace LeadFunctions.Desk;

/// <summary>The clock of the clinic's promise: by when a lead is to be answered, and which ones have waited too long.</summary>
public sealed class AnswerClock(ClinicProfile clinic)
{
    private static readonly TimeSpan FirstLook = TimeSpan.FromDays(7);
    private static readonly TimeSpan FurthestLook = TimeSpan.FromDays(3650);

    /// <summary>By when the clinic has promised to answer (UTC), whether it has since or not.</summary>
    public DateTimeOffset DueBy(Lead lead) => clinic.Hours.Deadline(lead.CapturedAt, PromiseFor(lead.Kind));

    /// <summary>Whether staff are still to be reminded of a lead: of what is urgent also where it looks like spam.</summary>
    public static bool Runs(Lead lead) => lead.Status == LeadStatus.New && lead.FirstRespondedAt is null && (!lead.Quarantined || lead.IsUrgent);

    /// <summary>The first point of the clock at which staff are reminded (UTC): the promise is over, and nobody has answered.</summary>
    public DateTimeOffset FirstPointOf(LeadKind kind, bool isUrgent, DateTimeOffset beganAt) => After(kind, isUrgent, beganAt);

    /// <summary>The next point (UTC), one promise later.</summary>
    public DateTimeOffset NextPointOf(Lead lead, DateTimeOffset now) => After(lead.Kind, lead.IsUrgent, now);

    /// <summary>The first instant (UTC), not before <paramref name="now"/>, at which staff may be reminded: what is urgent does not wait for the clinic to open.</summary>
    public DateTimeOffset EarliestReminder(Lead lead, DateTimeOffset now) => lead.IsUrgent ? now : clinic.Hours.NextOpening(now);

    /// <summary>Whether a lead still waits, and has waited longer than was promised.</summary>
    public bool IsOverdue(Lead lead, DateTimeOffset now) => lead.IsAwaitingAnswer && DueBy(lead) < now;

    /// <summary>How much of the promise is left, in opening hours; nothing when it is over.</summary>
    public TimeSpan LeftOf(Lead lead, DateTimeOffset now)
    {
        var (due, left) = (DueBy(lead), TimeSpan.Zero);
        for (var date = clinic.Time.DateAt(now); date <= clinic.Time.DateAt(due); date = date.AddDays(1))
        {
            foreach (var (opens, closes) in clinic.Hours.SpansOn(date))
            {
                var (from, to) = (opens > now ? opens : now, closes < due ? closes : due);
                left += to > from ? to - from : TimeSpan.Zero;
            }
        }

        return left;
    }

    /// <summary>Which leads are overdue at an instant, for a list: the same that <see cref="IsOverdue"/> says.</summary>
    public Overdue OverdueAt(DateTimeOffset now) => new(BrokenFor(LeadKind.Call, now), BrokenFor(LeadKind.Appointment, now));

    private DateTimeOffset After(LeadKind kind, bool isUrgent, DateTimeOffset since) =>
        isUrgent ? since + clinic.Promise.Urgent : clinic.Hours.Deadline(since, PromiseFor(kind));

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
