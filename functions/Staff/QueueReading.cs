using LeadFunctions.Leads;

namespace LeadFunctions.Staff;

/// <summary>Reads the queue with two questions to the desk, however many leads there are: every open page asks them again and again.</summary>
public sealed class QueueReading(ILeadDesk desk)
{
    /// <summary>So many leads that nobody has spoken with are read; a clinic that has more has other worries than their order.</summary>
    public const int MostNew = 1000;

    /// <summary>So many of a section are shown.</summary>
    public const int OfASection = 50;

    private static readonly LeadFilter New = new() { Status = LeadStatus.New };

    private static readonly WantedPage[] Sections =
    [
        new(New with { CanWait = false }, MostNew),
        new(new() { Status = LeadStatus.Contacted }, OfASection),
        new(New with { CanWait = true }, OfASection),
    ];

    public async Task<WaitingList> ReadAsync(CancellationToken cancellationToken)
    {
        var sections = desk.FirstPagesAsync(Sections, cancellationToken);
        var givenUp = desk.GivenUpAsync(OfASection, cancellationToken);
        await Task.WhenAll(sections, givenUp);

        var (waiting, contacted, quarantine) = ((await sections)[0], (await sections)[1], (await sections)[2]);
        var calm = waiting.Leads.Where(lead => !lead.IsUrgent).ToList();
        return new(
            InOrder(waiting.Leads.Where(lead => lead.IsUrgent)),
            InOrder(calm.Where(lead => lead.Kind == LeadKind.Call)),
            InOrder(calm.Where(lead => lead.Kind == LeadKind.Appointment)),
            contacted,
            quarantine,
            await givenUp,
            waiting.Next is not null);
    }

    private static List<Lead> InOrder(IEnumerable<Lead> leads) => [.. leads.OrderBy(lead => lead.FirstRespondedAt is not null).ThenBy(lead => lead.CapturedAt)];
}
