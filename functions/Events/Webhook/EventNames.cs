using LeadFunctions.Leads;

namespace LeadFunctions.Events;

/// <summary>
/// SendGrid's words for what came of a mail, in ours
/// (twilio.com/docs/sendgrid/for-developers/tracking-events/event).
/// </summary>
internal static class EventNames
{
    /// <summary>Stands for a name that is no name.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>It had bounced before.</summary>
    public const string BouncedAddress = "Bounced Address";
    private const string Invalid = "Invalid";
    private const string SpamReportingAddress = "Spam Reporting Address";
    private const string UnsubscribedAddress = "Unsubscribed Address";

    /// <summary>The phrases that SendGrid gives as reasons. Any other text may quote the receiving host, and so the address.</summary>
    private static readonly HashSet<string> Reasons = new(StringComparer.OrdinalIgnoreCase)
    {
        // Why it was dropped.
        BouncedAddress, Invalid, SpamReportingAddress, UnsubscribedAddress, "Invalid SMTPAPI header",
        "Spam Content (if Spam Checker app is enabled)", "Recipient List over Package Quota",

        // How a bounce is classified.
        "Invalid Address", "Technical", "Content", "Reputation", "Frequency or Volume Too High", "Mailbox Unavailable", "Unclassified",
    };

    /// <param name="name">The name of the event.</param>
    /// <param name="bounceType">What kind of bounce it is; null where the event does not say.</param>
    /// <param name="status">The enhanced status code; null where the event does not say.</param>
    public static MailEventKind KindOf(string name, string? bounceType, string? status) => name switch
    {
        "processed" => MailEventKind.Processed,
        "deferred" => MailEventKind.Deferred,
        "delivered" => MailEventKind.Delivered,
        "bounce" when bounceType is "bounce" || (bounceType is null && status?[0] == '5') => MailEventKind.Bounced,
        "bounce" or "blocked" => MailEventKind.Blocked,
        "dropped" => MailEventKind.Dropped,
        "spamreport" => MailEventKind.Complained,

        // We have no groups of mail that one could leave singly: whoever leaves one wants no more.
        "unsubscribe" or "group_unsubscribe" => MailEventKind.Unsubscribed,
        "group_resubscribe" => MailEventKind.Resubscribed,
        "open" => MailEventKind.Opened,
        "click" => MailEventKind.Clicked,
        _ => MailEventKind.Other,
    };

    /// <returns>The reason when it is one of SendGrid's own phrases, else null.</returns>
    public static string? KnownReason(string? text) => text is not null && Reasons.TryGetValue(text.Trim(), out var phrase) ? phrase : null;

    /// <summary>Why the person is not to be written to any more; null when that does not follow from the event.</summary>
    public static SuppressionReason? SuppressionOf(MailEvent happened) => (happened.Kind, happened.Reason) switch
    {
        (MailEventKind.Bounced, _) or (MailEventKind.Dropped, BouncedAddress or Invalid) => SuppressionReason.Bounced,
        (MailEventKind.Complained, _) or (MailEventKind.Dropped, SpamReportingAddress) => SuppressionReason.Complained,
        (MailEventKind.Unsubscribed, _) or (MailEventKind.Dropped, UnsubscribedAddress) => SuppressionReason.Unsubscribed,
        _ => null,
    };
}
