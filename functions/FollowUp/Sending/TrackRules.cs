using LeadFunctions.Email;
using LeadFunctions.Leads;

namespace LeadFunctions.FollowUp;

/// <summary>What is to be done with due work, and what follows from the provider's answer: as the sequence says that the work is of.</summary>
public sealed class TrackRules(VisitorRules visitors, StepFactsReader stepFacts, AlertRules alerts, AlertEvidence arrivals, TimeProvider clock)
{
    /// <param name="work">The work.</param>
    /// <param name="lead">Its lead.</param>
    /// <param name="contact">What is known of the person; not looked at for mail to staff.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<Decision> DecideAsync(DueWork work, Lead lead, Contact? contact, CancellationToken cancellationToken)
    {
        if (work.Key.Track == Track.Alert)
        {
            var arrival = alerts.IsWatched(work) ? await arrivals.ReadAsync(work, cancellationToken) : AlertArrival.Open;
            return alerts.Decide(work, lead, arrival, clock.GetUtcNow());
        }

        var person = contact ?? throw new InvalidOperationException($"Lead {work.Key.Lead} has no contact.");
        return visitors.Decide(work, lead, person, clock.GetUtcNow(), await stepFacts.ReadAsync(work, lead, cancellationToken));
    }

    /// <returns>Null when the answer is unknown.</returns>
    public Move? After(DueWork claimed, Lead lead, SendOutcome outcome) => claimed.Key.Track == Track.Alert
        ? alerts.After(claimed, outcome, clock.GetUtcNow())
        : SendProtocol.After(claimed, outcome, visitors.Next(claimed, lead), clock.GetUtcNow());

    /// <summary>The work failed before anything was posted.</summary>
    public Move Failed(DueWork work) => work.Key.Track == Track.Alert ? alerts.Failed(work, clock.GetUtcNow()) : SendProtocol.Failed(work, clock.GetUtcNow());
}
