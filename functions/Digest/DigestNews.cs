using LeadFunctions.Leads;

namespace LeadFunctions.Digest;

/// <summary>What no digest has told yet.</summary>
/// <param name="Leads">The leads, whatever has become of them since.</param>
/// <param name="Gone">Leads that were on the list and have been erased.</param>
/// <param name="DeadLetters">Mails that were given up.</param>
public sealed record DigestNews(IReadOnlyList<Lead> Leads, IReadOnlyList<LeadHandle> Gone, IReadOnlyList<SendKey> DeadLetters)
{
    public bool IsEmpty => Leads.Count == 0 && DeadLetters.Count == 0;

    public DigestContent ToContent(DateOnly date) => new(
        date,
        [.. Leads.Where(IsWaitingUrgently).OrderBy(lead => lead.CapturedAt)],
        Waiting(LeadKind.Call),
        Waiting(LeadKind.Appointment),
        Leads.Count(lead => lead.Quarantined && !IsWaitingUrgently(lead)),
        [.. DeadLetters.Select(key => key.Lead).Distinct()]);

    // Also from quarantine: danger that looks like spam may still be danger.
    private static bool IsWaitingUrgently(Lead lead) => lead.IsUrgent && lead.Status is LeadStatus.New or LeadStatus.Contacted;

    private List<Lead> Waiting(LeadKind kind) => [.. Leads.Where(lead => lead.Kind == kind && lead.IsOpen && !lead.IsUrgent).OrderBy(lead => lead.CapturedAt)];
}
