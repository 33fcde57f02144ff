using System.Text.Json.Serialization;
using LeadFunctions.Clinic;

namespace LeadFunctions.Email;

/// <summary>
/// Our mail in the words of Azure Communication Services (learn.microsoft.com/rest/api/communication/email/email/send). The name shown for the
/// sender belongs to the sender's address there, and is not in a mail.
/// </summary>
internal sealed record AcsMail(
    string SenderAddress,
    AcsMail.MailContent Content,
    AcsMail.Addresses Recipients,
    IReadOnlyList<AcsMail.Address>? ReplyTo,
    IReadOnlyDictionary<string, string>? Headers)
{
    // Said in every mail, because what is left out follows the resource's settings, and those can change without us.
    public bool UserEngagementTrackingDisabled { get; } = true;

    internal static AcsMail From(EmailMessage message, MailSender sender)
    {
        var replyTo = message.ReplyTo ?? sender.ReplyTo;
        return new(
            sender.From,
            new(message.Subject, message.Text, message.Html),
            new([.. message.To.Distinct(StringComparer.OrdinalIgnoreCase).Select(address => new Address(address))]),
            replyTo.Length == 0 ? null : [new(replyTo)],
            message.Headers.Count == 0 ? null : message.Headers);
    }

    internal sealed record MailContent(string Subject, string PlainText, string Html);

    internal sealed record Addresses(IReadOnlyList<Address> To);

    internal sealed record Address([property: JsonPropertyName("address")] string Mailbox);
}
