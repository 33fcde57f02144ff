using LeadFunctions.Desk;
using LeadFunctions.Leads;

namespace LeadFunctions.Digest;

/// <summary>What a digest tells.</summary>
/// <param name="Date">The clinic's date.</param>
/// <param name="Urgent">Requests of either kind that sound like danger, in any order; they are in no other list.</param>
/// <param name="Calls">Calls that wait, in any order.</param>
/// <param name="Appointments">Requests for an appointment that wait, in any order.</param>
/// <param name="Quarantined">How many requests are held back as probable spam.</param>
/// <param name="DeadLetters">The leads to whom a mail could not be sent.</param>
public sealed record DigestContent(
    DateOnly Date,
    IReadOnlyList<Lead> Urgent,
    IReadOnlyList<Lead> Calls,
    IReadOnlyList<Lead> Appointments,
    int Quarantined,
    IReadOnlyList<LeadId> DeadLetters)
{
    /// <summary>Requests of either kind that have waited longer than was promised, told of before or not; in no other list.</summary>
    public IReadOnlyList<Lead> Overdue { get; init; } = [];

    /// <summary>Leads of whose alert, or reminder, some copy did not reach staff.</summary>
    public IReadOnlyList<LeadId> LostAlerts { get; init; } = [];

    /// <summary>The books of the date before; null where they could not be read.</summary>
    public LeadLedger? Ledger { get; init; }

    /// <summary>What was booked on the date before; null where that could not be read.</summary>
    public DigestBookings? Bookings { get; init; }

    /// <summary>The week before, in a digest that tells of it.</summary>
    public DigestWeek? Week { get; init; }

    /// <summary>How many wait for an answer.</summary>
    public int Waiting => Urgent.Count + Overdue.Count + Calls.Count + Appointments.Count;

    /// <summary>Whether there is anything that staff must know.</summary>
    public bool IsAnything =>
        Waiting + Quarantined + DeadLetters.Count + LostAlerts.Count > 0
        || Ledger is { Received.Count: > 0 } or { Stored.Count: > 0 }
        || Week is { IsAnything: true };
}

/// <param name="All">How many were booked.</param>
/// <param name="AfterFollowUp">How many of them had had mail of the follow-up before.</param>
public sealed record DigestBookings(int All, int AfterFollowUp);

/// <param name="From">The first date.</param>
/// <param name="To">The last one, included.</param>
/// <param name="Counts">What was counted.</param>
/// <param name="Responses">How soon staff answered, by kind.</param>
public sealed record DigestWeek(DateOnly From, DateOnly To, Counts Counts, IReadOnlyList<FirstResponse> Responses)
{
    public bool IsAnything => Counts.Weight > 0 || Responses.Any(response => response.Captured > 0);
}
