using LeadFunctions.Clinic;
using LeadFunctions.Languages;
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
        var isCall = kind == LeadKind.Call;
        if (!clinic.Hours.IsOpen(now))
        {
            return AvailabilityText.Closed.With(clinic.Time.At(clinic.Hours.NextOpening(now), now));
        }

        var deadline = clinic.Hours.Deadline(now, promise);
        return deadline - now == promise
            ? (isCall ? AvailabilityText.OpenCall : AvailabilityText.OpenAnswer).With(SpokenTime.Length(promise))
            : (isCall ? AvailabilityText.LateCall : AvailabilityText.LateAnswer).With(clinic.Time.By(deadline, now));
    }

    /// <summary>After a request was sent: "Somebody from our front desk will call you by 2:15 PM today."</summary>
    public string AfterSending(LeadKind kind, DateTimeOffset sentAt)
    {
        var now = clock.GetUtcNow();
        var deadline = clinic.Hours.Deadline(sentAt, PromiseOf(kind));
        return deadline > now
            ? (kind == LeadKind.Call ? AvailabilityText.WillCall : AvailabilityText.WillAnswer).With(clinic.Time.By(deadline, now))
            : AvailabilityText.Overdue;
    }

    private TimeSpan PromiseOf(LeadKind kind) => kind == LeadKind.Call ? clinic.Promise.Call : clinic.Promise.Appointment;
}
