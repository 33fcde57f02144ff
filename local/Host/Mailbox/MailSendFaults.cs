using System.Net.Mail;
using Error = LeadFunctions.Local.Mailbox.ProviderErrors.Error;

namespace LeadFunctions.Local.Mailbox;

/// <summary>
/// The faults that SendGrid finds in a mail, in its own words where a sender would read them
/// (https://www.twilio.com/docs/sendgrid/api-reference/mail-send/errors).
/// </summary>
internal static class MailSendFaults
{
    private static readonly HashSet<string> ReservedHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "x-sg-id", "x-sg-eid", "received", "dkim-signature", "Content-Type", "Content-Transfer-Encoding",
        "To", "From", "Subject", "Reply-To", "CC", "BCC",
    };

    internal static IEnumerable<Error> In(MailSendRequest request) =>
        InEnvelopes(request).Concat(InSender(request)).Concat(InContent(request)).Concat(InHeaders(request));

    private static IEnumerable<Error> InEnvelopes(MailSendRequest request)
    {
        if (request.Personalizations is not { Count: > 0 } envelopes)
        {
            return [new("The personalizations field is required and must have at least one personalization.", "personalizations")];
        }

        return envelopes.SelectMany(InEnvelope);
    }

    private static IEnumerable<Error> InEnvelope(MailSendRequest.Envelope envelope, int index)
    {
        var field = $"personalizations.{index}";

        if (envelope.To is not { Count: > 0 } recipients)
        {
            yield return new(
                "The to array is required for all personalization objects, "
                    + "and must have at least one email object with a valid email address.",
                $"{field}.to");
            yield break;
        }

        for (var at = 0; at < recipients.Count; at++)
        {
            if (!IsAddress(recipients[at].Email))
            {
                yield return new("Does not contain a valid address.", $"{field}.to.{at}.email");
            }
        }

        var twice = envelope.Recipients.Select(recipient => recipient.Email).GroupBy(email => email, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(group => group.Count() > 1);

        if (twice is not null)
        {
            yield return new(
                "Each email address in the personalization block should be unique between to, cc, and bcc. "
                    + $"We found the first duplicate instance of [{twice.Key}] in the {field}.to field.",
                field);
        }
    }

    private static IEnumerable<Error> InSender(MailSendRequest request)
    {
        if (string.IsNullOrEmpty(request.From?.Email))
        {
            yield return new(
                "The from object must be provided for every email send. It is an object that requires the email parameter.",
                "from.email");
        }
        else if (!IsAddress(request.From.Email))
        {
            yield return new("The from email does not contain a valid address.", "from.email");
        }

        if (request.ReplyTo is { } replyTo && !IsAddress(replyTo.Email))
        {
            yield return new("The reply_to email does not contain a valid address.", "reply_to.email");
        }
    }

    private static IEnumerable<Error> InContent(MailSendRequest request)
    {
        if (string.IsNullOrEmpty(request.Subject)
            && request.Personalizations?.All(envelope => !string.IsNullOrEmpty(envelope.Subject)) is not true)
        {
            yield return new("The subject is required.", "subject");
        }

        if (request.Content is not { Count: > 0 } parts)
        {
            yield return new("Unless a valid template_id is provided, the content parameter is required.", "content");
            yield break;
        }

        for (var at = 0; at < parts.Count; at++)
        {
            if (string.IsNullOrEmpty(parts[at].Type))
            {
                yield return new("The content type must be a string at least one character in length.", $"content.{at}.type");
            }

            if (string.IsNullOrEmpty(parts[at].Value))
            {
                yield return new("The content value must be a string at least one character in length.", $"content.{at}.value");
            }
        }

        if (parts.Skip(1).Any(part => part.Type is "text/plain"))
        {
            yield return new("The text/plain content must be first, followed by text/html, followed by any other content.", "content");
        }
    }

    private static IEnumerable<Error> InHeaders(MailSendRequest request) =>
        (request.Headers?.Keys ?? []).Where(ReservedHeaders.Contains)
            .Select(name => new Error($"The headers field contains a reserved header [{name}].", "headers"));

    private static bool IsAddress(string? text) =>
        MailAddress.TryCreate(text, out var address)
        && address.Address == text
        && address.User.All(char.IsAscii)
        && address.Host.Contains('.', StringComparison.Ordinal);
}
