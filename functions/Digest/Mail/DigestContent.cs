using LeadFunctions.Leads;

namespace LeadFunctions.Digest;

/// <summary>What a digest tells.</summary>
/// <param name="Date">The clinic's date.</param>
/// <param name="Urgent">Requests of either kind that sound like danger, in any order; they are in no other list.</param>
/// <param name="Calls">Calls that wait, in any order.</param>
/// <param name="Appointments">Requests for an appointment that wait, in any order.</param>
/// <param name="Quarantined">How many requests are held back as probable spam.</param>
/// <param name="DeadLetters">The leads to whom, or about whom, a mail could not be sent.</param>
public sealed record DigestContent(
    DateOnly Date,
    IReadOnlyList<Lead> Urgent,
    IReadOnlyList<Lead> Calls,
    IReadOnlyList<Lead> Appointments,
    int Quarantined,
    IReadOnlyList<LeadId> DeadLetters);
