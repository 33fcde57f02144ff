using LeadFunctions.Email;
using LeadFunctions.Leads;

namespace LeadFunctions.FollowUp;

/// <summary>Finds out whether an alert has arrived.</summary>
public sealed class AlertEvidence(IEventStore events, DeliveryReports reports)
{
    /// <param name="work">The alert, all of whose copies have left.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<AlertArrival> ReadAsync(DueWork work, CancellationToken cancellationToken)
    {
        if (!reports.ComeIn)
        {
            return AlertArrival.NotTold;
        }

        var copies = await events.OfLeadAsync(work.Key.Lead, cancellationToken)
            .Where(happened => happened.Mail.Track == Track.Alert)
            .GroupBy(happened => happened.Mail)
            .ToListAsync(cancellationToken);
        return copies.Any(copy => copy.Any(IsProof)) ? AlertArrival.Arrived
            : copies.Count(copy => Delivery.Of([.. copy]).HasFailed) >= work.Copies ? AlertArrival.Failed
            : AlertArrival.Open;
    }

    // What is read has arrived, also where the report of that was lost.
    private static bool IsProof(MailEvent happened) => happened.Kind is
        MailEventKind.Delivered or MailEventKind.Opened or MailEventKind.Clicked or MailEventKind.Complained or MailEventKind.Unsubscribed;
}
