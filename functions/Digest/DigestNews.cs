using LeadFunctions.Leads;

namespace LeadFunctions.Digest;

/// <summary>What no digest has told yet.</summary>
/// <param name="Leads">The leads, whatever has become of them since.</param>
/// <param name="Gone">Leads that were on the list and have been erased.</param>
/// <param name="DeadLetters">Mails that were given up.</param>
public sealed record DigestNews(IReadOnlyList<Lead> Leads, IReadOnlyList<LeadHandle> Gone, IReadOnlyList<SendKey> DeadLetters)
{
    /// <summary>What is fixed for those who get the digest later.</summary>
    /// <param name="receivers">Who has it.</param>
    public DigestHold ToHold(IReadOnlyCollection<string> receivers) => new([.. Leads.Select(lead => lead.Handle)], DeadLetters) { Receivers = receivers };

    /// <param name="date">The clinic's date.</param>
    /// <param name="overdue">All leads that have waited longer than was promised.</param>
    public DigestContent ToContent(DateOnly date, IReadOnlyList<Lead> overdue)
    {
        var late = overdue.Where(lead => !lead.IsUrgent).ToList();
        var all = Leads.Concat(overdue).DistinctBy(lead => lead.Id).ToList();
        return new(
            date,
            [.. all.Where(IsWaitingUrgently).OrderBy(lead => lead.CapturedAt)],
            Waiting(LeadKind.Call, late),
            Waiting(LeadKind.Appointment, late),
            Leads.Count(lead => lead.Quarantined && !IsWaitingUrgently(lead)),
            [.. LeadsOf(letter => letter.Track == Track.Visitor)])
        {
            LostAlerts = [.. LeadsOf(letter => letter.Track != Track.Visitor)],
            Overdue = late,
        };
    }

    private IEnumerable<LeadId> LeadsOf(Func<SendKey, bool> isMeant) => DeadLetters.Where(isMeant).Select(key => key.Lead).Distinct();

    // Also from quarantine: danger that looks like spam may still be danger.
    private static bool IsWaitingUrgently(Lead lead) => lead.IsUrgent && lead.Status is LeadStatus.New or LeadStatus.Contacted;

    private List<Lead> Waiting(LeadKind kind, IReadOnlyList<Lead> late) =>
        [.. Leads.Where(lead => lead.Kind == kind && lead.IsOpen && !lead.IsUrgent).ExceptBy(late.Select(lead => lead.Id), lead => lead.Id).OrderBy(lead => lead.CapturedAt)];
}
