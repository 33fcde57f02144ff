using LeadFunctions.Clinic;
using SendGrid.Helpers.Mail;

namespace LeadFunctions.Email;

/// <summary>Our mail in SendGrid's words.</summary>
internal static class SendGridMail
{
    /// <summary>The one custom argument: it comes back, flattened, in every event about the mail.</summary>
    internal const string SendIdArgument = "sid";

    internal static SendGridMessage From(EmailMessage message, MailSender sender)
    {
        var mail = new SendGridMessage
        {
            From = Address(sender.From, sender.Name),
            ReplyTo = Address(message.ReplyTo ?? sender.ReplyTo),
            Subject = message.Subject,
            PlainTextContent = message.Text,
            HtmlContent = message.Html,
        };

        mail.AddTos([.. message.To.Select(address => new EmailAddress(address))]);
        mail.AddGlobalCustomArg(SendIdArgument, message.SendId);

        foreach (var (name, value) in message.Headers)
        {
            mail.AddGlobalHeader(name, value);
        }

        // Said in every mail, because what is left out follows the account's settings, and those can change without us.
        mail.SetClickTracking(enable: false, enableText: false);
        mail.SetOpenTracking(enable: false);
        mail.SetSubscriptionTracking(enable: false);

        return mail;
    }

    private static EmailAddress? Address(string address, string? name = null) =>
        address.Length is 0 ? null : new EmailAddress(address, string.IsNullOrEmpty(name) ? null : name);
}
