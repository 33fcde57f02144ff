using LeadFunctions.Leads;

namespace LeadFunctions.Staff;

/// <summary>Reads the queue with four questions to the desk, however many leads there are.</summary>
public sealed class QueueReading(ILeadDesk desk)
{
    /// <summary>So many leads that nobody has spoken with are read; a clinic that has more has other worries than their order.</summary>
    public const int MostNew = 1000;

    /// <summary>So many of a section are shown.</summary>
    public const int OfASection = 50;

    private static readonly LeadFilter New = new() { Status = LeadStatus.New };

    public async Task<WaitingList> ReadAsync(CancellationToken cancellationToken)
    {
        var waiting = desk.ListAsync(New with { CanWait = false }, after: null, MostNew, cancellationToken);
        var quarantine = desk.ListAsync(New with { CanWait = true }, after: null, OfASection, cancellationToken);
        var contacted = desk.ListAsync(new() { Status = LeadStatus.Contacted }, after: null, OfASection, cancellationToken);
        var givenUp = desk.GivenUpAsync(OfASection, cancellationToken);
        await Task.WhenAll(waiting, quarantine, contacted, givenUp);

        var all = (await waiting).Leads;
        var calm = all.Where(lead => !lead.IsUrgent).ToList();
        return new(
            InOrder(all.Where(lead => lead.IsUrgent)),
            InOrder(calm.Where(lead => lead.Kind == LeadKind.Call)),
            InOrder(calm.Where(lead => lead.Kind == LeadKind.Appointment)),
            await contacted,
            await quarantine,
            await givenUp,
            (await waiting).Next is not null);
    }

    private static List<Lead> InOrder(IEnumerable<Lead> leads) => [.. leads.OrderBy(lead => lead.FirstRespondedAt is not null).ThenBy(lead => lead.CapturedAt)];
}
