using LeadFunctions.Leads;

namespace LeadFunctions.Staff;

/// <summary>Who is to be looked after, in the order in which that should happen.</summary>
/// <param name="Urgent">Who has written of danger and has not been answered, longest first; also from quarantine.</param>
/// <param name="Calls">Who waits to be called, longest first; those who were tried already come last.</param>
/// <param name="Appointments">Who waits for an appointment, in the same order.</param>
/// <param name="Contacted">With whom staff are in touch, newest first.</param>
/// <param name="Quarantine">What is held back as probable spam, newest first.</param>
/// <param name="GivenUp">Mails that could not be sent and that nobody has decided about, the oldest first.</param>
/// <param name="IsCutOff">More people wait than were read; the newest are here.</param>
public sealed record WaitingList(
    IReadOnlyList<Lead> Urgent,
    IReadOnlyList<Lead> Calls,
    IReadOnlyList<Lead> Appointments,
    LeadPage Contacted,
    LeadPage Quarantine,
    IReadOnlyList<GivenUpMail> GivenUp,
    bool IsCutOff)
{
    /// <summary>How many wait for the first word of staff.</summary>
    public int Waiting => Urgent.Count + Calls.Concat(Appointments).Count(lead => lead.IsAwaitingAnswer);
}
