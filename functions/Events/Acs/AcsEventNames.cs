using LeadFunctions.Leads;

namespace LeadFunctions.Events;

/// <summary>
/// The words of Azure Communication Services for what came of a mail, in ours (learn.microsoft.com/azure/event-grid/communication-services-email-events;
/// the statuses are those of <c>AcsEmailDeliveryReportStatus</c> in Azure's own libraries).
/// </summary>
internal static class AcsEventNames
{
    /// <summary>
    /// What a delivery report means. An address that is suppressed there has bounced before, or the clinic has put it on a list of whom not to
    /// write to: either way it is not to be written to. A filter that holds a mail back, or a delivery that fails, says nothing of the address.
    /// </summary>
    public static (MailEventKind Kind, string? Reason) OfReport(string status) => status.ToUpperInvariant() switch
    {
        "DELIVERED" => (MailEventKind.Delivered, null),
        "BOUNCED" => (MailEventKind.Bounced, null),
        "SUPPRESSED" => (MailEventKind.Dropped, EventNames.BouncedAddress),
        "QUARANTINED" or "FILTEREDSPAM" or "FAILED" => (MailEventKind.Blocked, null),
        _ => (MailEventKind.Other, null),
    };

    /// <summary>What a visit to a mail means. We switch this off in every mail; whoever switches it on gets it told.</summary>
    public static MailEventKind OfEngagement(string type) => type.ToUpperInvariant() switch
    {
        "VIEW" => MailEventKind.Opened,
        "CLICK" => MailEventKind.Clicked,
        _ => MailEventKind.Other,
    };
}
