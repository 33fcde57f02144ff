namespace LeadFunctions.Leads;

/// <summary>
/// Which leads have waited longer than the clinic promised. The later a lead came, the later its answer is due, so one instant for each promise
/// tells: what came before it, or was let out of quarantine before it, and still waits is overdue.
/// </summary>
/// <param name="CallsBefore">UTC.</param>
/// <param name="AppointmentsBefore">UTC.</param>
/// <param name="UrgentBefore">UTC; of both kinds.</param>
/// <param name="Wanted">Whether the overdue ones are wanted, or the others.</param>
public sealed record Overdue(DateTimeOffset CallsBefore, DateTimeOffset AppointmentsBefore, DateTimeOffset UrgentBefore, bool Wanted = true)
{
    /// <summary>No lead that came at this time or later is overdue.</summary>
    public DateTimeOffset Before => new[] { CallsBefore, AppointmentsBefore, UrgentBefore }.Max();

    public bool Is(Lead lead) =>
        lead.IsAwaitingAnswer && lead.BeganAt < (lead.IsUrgent ? UrgentBefore : lead.Kind == LeadKind.Call ? CallsBefore : AppointmentsBefore);
}
