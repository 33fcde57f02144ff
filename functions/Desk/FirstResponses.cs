using LeadFunctions.Clinic;
using LeadFunctions.Leads;

namespace LeadFunctions.Desk;

/// <summary>
/// Works out how soon staff answered, each time anew from the leads themselves: nothing is kept that could differ from them. It reads the leads
/// of the dates that are asked for and no others, and of each keeps two times.
/// </summary>
public sealed class FirstResponses(ILeadDesk desk, ClinicProfile clinic)
{
    /// <param name="from">The first date of the clinic on which leads came.</param>
    /// <param name="to">The last one, included.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    /// <returns>By week and kind those that came, and for each kind all together at the end; in order, calls before appointments.</returns>
    public async Task<IReadOnlyList<FirstResponse>> ReadAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var filter = new LeadFilter
        {
            CapturedFrom = clinic.Time.FirstInstant(from, TimeOnly.MinValue),
            CapturedBefore = clinic.Time.FirstInstant(to.AddDays(1), TimeOnly.MinValue),
        };
        var counted = await desk.AllAsync(filter, after: null, cancellationToken)
            .Where(lead => !lead.Quarantined && lead.Status != LeadStatus.Spam)
            .Select(ToAnswer)
            .ToListAsync(cancellationToken);
        return
        [
            .. counted.GroupBy(answer => (answer.Week, answer.Kind))
                .OrderBy(group => group.Key.Week).ThenByDescending(group => group.Key.Kind == LeadKind.Call)
                .Select(group => Of(group.Key.Week, group.Key.Kind, [.. group])),
            .. new[] { LeadKind.Call, LeadKind.Appointment }.Select(kind => Of(week: null, kind, [.. counted.Where(answer => answer.Kind == kind)])),
        ];
    }

    private static FirstResponse Of(DateOnly? week, LeadKind kind, List<Answer> answers) => new(
        week,
        kind,
        answers.Count,
        ResponseTimes.Of(answers.Where(answer => answer.Open is not null).Select(answer => answer.Open!.Value)),
        ResponseTimes.Of(answers.Where(answer => answer.Wall is not null).Select(answer => answer.Wall!.Value)));

    private Answer ToAnswer(Lead lead)
    {
        var date = clinic.Time.DateAt(lead.CapturedAt);
        var monday = Weeks.MondayOf(date);
        return lead.FirstRespondedAt is { } at
            ? new(monday, lead.Kind, clinic.Hours.Between(lead.CapturedAt, at), at - lead.CapturedAt)
            : new(monday, lead.Kind, Open: null, Wall: null);
    }

    private readonly record struct Answer(DateOnly Week, LeadKind Kind, TimeSpan? Open, TimeSpan? Wall);
}
