using System.Text.Json.Nodes;
using LeadFunctions.Clinic;
using LeadFunctions.Email;

namespace LeadFunctions.Tests.Email;

/// <summary>The mail as SendGrid's own client library writes it, recorded from version 9.29.3.</summary>
public sealed class SendGridMailTests
{
    private static readonly MailSender Desk = new("Clinic «Ü» <b>", "hello@clinic.example", "desk@clinic.example");

    [Fact]
    public void A_mail_has_both_parts_one_custom_argument_and_no_tracking() => AssertWritten(
        """
        {
          "from": { "name": "Clinic «Ü» <b>", "email": "hello@clinic.example" },
          "subject": "We received \"it\"",
          "personalizations": [{ "to": [{ "email": "ada@example.com" }] }],
          "content": [
            { "type": "text/plain", "value": "Thank you & 'you'\r\n😀" },
            { "type": "text/html", "value": "<p>Thänk &amp; you</p>" }
          ],
          "custom_args": { "sid": "s-1" },
          "tracking_settings": {
            "click_tracking": { "enable": false, "enable_text": false },
            "open_tracking": { "enable": false },
            "subscription_tracking": { "enable": false }
          },
          "reply_to": { "email": "desk@clinic.example" }
        }
        """,
        new EmailMessage
        {
            SendId = "s-1",
            To = ["ada@example.com"],
            Subject = "We received \"it\"",
            Text = "Thank you & 'you'\r\n😀",
            Html = "<p>Thänk &amp; you</p>",
        },
        Desk);

    [Fact]
    public void Headers_and_a_reply_address_of_its_own_go_with_the_mail_and_nobody_gets_it_twice() => AssertWritten(
        """
        {
          "from": { "email": "hello@clinic.example" },
          "subject": "s",
          "personalizations": [{ "to": [{ "email": "ada@example.com" }, { "email": "bob@example.com" }] }],
          "content": [{ "type": "text/plain", "value": "t" }, { "type": "text/html", "value": "<p/>" }],
          "headers": { "List-Unsubscribe": "<https://x/y?a=1&b=2>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" },
          "custom_args": { "sid": "s-2" },
          "tracking_settings": {
            "click_tracking": { "enable": false, "enable_text": false },
            "open_tracking": { "enable": false },
            "subscription_tracking": { "enable": false }
          },
          "reply_to": { "email": "r@clinic.example" }
        }
        """,
        new EmailMessage
        {
            SendId = "s-2",
            To = ["ada@example.com", "ADA@example.com", "bob@example.com"],
            Subject = "s",
            Text = "t",
            Html = "<p/>",
            ReplyTo = "r@clinic.example",
            Headers = new Dictionary<string, string>
            {
                ["List-Unsubscribe"] = "<https://x/y?a=1&b=2>",
                ["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click",
            },
        },
        new MailSender("", "hello@clinic.example", ""));

    private static void AssertWritten(string expected, EmailMessage message, MailSender sender)
    {
        var written = SendGridMail.From(message, sender).Serialize();

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(written)), written);
    }
}
