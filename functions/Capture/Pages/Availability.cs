using LeadFunctions.Clinic;
using LeadFunctions.Leads;

namespace LeadFunctions.Capture;

/// <summary>How soon somebody answers, in words for visitors, in the clinic's hours.</summary>
public sealed class Availability(ClinicProfile clinic, TimeProvider clock)
{
    /// <summary>Before a request is sent: "We are open now and usually call within 15 minutes."</summary>
    public string BeforeSending(LeadKind kind)
    {
        var now = clock.GetUtcNow();
        var promise = PromiseOf(kind);
        var verb = kind == LeadKind.Call ? "call" : "answer";
        if (!clinic.Hours.IsOpen(now))
        {
            return $"We are closed just now and open {clinic.Time.At(clinic.Hours.NextOpening(now), now)}. Write now, and you are among the first in line.";
        }

        return clinic.Hours.Deadline(now, promise) - now == promise
            ? $"We are open now and usually {verb} within {SpokenTime.Length(promise)}."
            : $"We are open now and will {verb} {clinic.Time.By(clinic.Hours.Deadline(now, promise), now)} at the latest.";
    }

    /// <summary>After a request was sent: "Somebody from our front desk will call you by 2:15 PM today."</summary>
    public string AfterSending(LeadKind kind, DateTimeOffset sentAt)
    {
        var now = clock.GetUtcNow();
        var deadline = clinic.Hours.Deadline(sentAt, PromiseOf(kind));
        var subject = kind == LeadKind.Call ? "call you" : "answer you";
        return deadline > now
            ? $"Somebody from our front desk will {subject} {clinic.Time.By(deadline, now)}."
            : "You should have heard from us by now. If you have not, please call us: we want to put that right.";
    }

    private TimeSpan PromiseOf(LeadKind kind) => kind == LeadKind.Call ? clinic.Promise.Call : clinic.Promise.Appointment;
}
