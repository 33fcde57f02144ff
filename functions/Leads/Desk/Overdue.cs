namespace LeadFunctions.Leads;

/// <summary>
/// Which leads have waited longer than the clinic promised. The later a lead came, the later its answer is due, so one instant for each kind
/// tells: what came before it and still waits is overdue.
/// </summary>
/// <param name="CallsBefore">UTC.</param>
/// <param name="AppointmentsBefore">UTC.</param>
/// <param name="Wanted">Whether the overdue ones are wanted, or the others.</param>
public sealed record Overdue(DateTimeOffset CallsBefore, DateTimeOffset AppointmentsBefore, bool Wanted = true)
{
    /// <summary>No lead that came at this time or later is overdue.</summary>
    public DateTimeOffset Before => CallsBefore > AppointmentsBefore ? CallsBefore : AppointmentsBefore;

    public bool Is(Lead lead) => lead.IsAwaitingAnswer && lead.CapturedAt < (lead.Kind == LeadKind.Call ? CallsBefore : AppointmentsBefore);
}
