using Bogus;
using LeadFunctions.Clinic;
using LeadFunctions.Leads;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Local.Demo;

/// <summary>What staff did in the month: they called nearly everybody, soon after the clinic opened, and booked some.</summary>
internal sealed class FrontDesk(int seed)
{
    private const int DeedsAtOnce = 8;

    private static readonly StaffActor Staff = new("frontdesk@example.com", StaffRole.Staff, StaffDoor.Page);

    private readonly Randomizer random = new(seed);

    /// <summary>Does it, through the desk of the app, at the times at which it was done.</summary>
    /// <param name="host">The app.</param>
    /// <param name="now">Until then.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public async Task WorkAsync(LocalHost host, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var desk = host.Services.GetRequiredService<ILeadDesk>();
        var hours = host.Services.GetRequiredService<ClinicProfile>().Hours;
        var leads = await desk.AllAsync(LeadFilter.All, after: null, cancellationToken).Where(lead => !lead.Quarantined).ToListAsync(cancellationToken);

        // Chance is asked in the order of the leads, whoever is first with storage.
        var deeds = leads.OrderBy(lead => lead.CapturedAt).ThenBy(lead => lead.Id.Value).Select(lead => (lead.Id, Orders: Orders(lead, hours, now).ToList())).ToList();
        await Parallel.ForEachAsync(
            deeds,
            new ParallelOptions { MaxDegreeOfParallelism = DeedsAtOnce, CancellationToken = cancellationToken },
            async (lead, token) =>
            {
                foreach (var order in lead.Orders)
                {
                    await desk.ChangeAsync(lead.Id, order, token);
                }
            });
    }

    private IEnumerable<StaffOrder> Orders(Lead lead, OpeningHours hours, DateTimeOffset now)
    {
        var isForgotten = random.Percent(3);
        var answered = hours.Deadline(lead.CapturedAt, random.Percent(80) ? UpTo(lead.Kind == LeadKind.Call ? 15 : 150) : UpTo(600));
        var result = random.Percent(75) ? CallResult.Reached : random.Percent(60) ? CallResult.LeftMessage : CallResult.NoAnswer;
        var decided = hours.Deadline(answered, UpTo(60 * 30));
        var end = random.Percent(45) ? LeadStatus.Booked : random.Percent(35) ? LeadStatus.Closed : LeadStatus.Contacted;
        if (isForgotten || answered >= now)
        {
            yield break;
        }

        yield return new(new() { Call = result, Assignee = Staff.Name }, Staff, answered);
        if (result == CallResult.Reached && end != LeadStatus.Contacted && decided < now)
        {
            yield return new(new() { Status = end, ClosedReason = end == LeadStatus.Closed ? "found care elsewhere" : null }, Staff, decided);
        }
    }

    private TimeSpan UpTo(int minutes) => TimeSpan.FromMinutes(random.Double(1, minutes));
}
