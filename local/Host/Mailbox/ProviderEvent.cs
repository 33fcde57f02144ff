using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LeadFunctions.Local.Mailbox;

/// <summary>
/// An event about a mail in the shape of SendGrid's Event Webhook, custom arguments flattened
/// (https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event).
/// </summary>
internal static partial class ProviderEvent
{
    private const int EventIdBytes = 16;
    private const string Browser = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15";
    private const string Address = "192.0.2.1";

    /// <summary>The events that can be made, and what each says beyond what all of them do.</summary>
    private static readonly Dictionary<string, Func<MailboxMessage, JsonObject>> Details = new()
    {
        ["processed"] = _ => [],
        ["deferred"] = _ => new() { ["response"] = "421 try again later", ["attempt"] = "1" },
        ["delivered"] = _ => new() { ["response"] = "250 OK", ["tls"] = 1 },
        ["bounce"] = _ => new()
        {
            ["reason"] = "550 5.1.1 unknown recipient",
            ["status"] = "5.1.1",
            ["type"] = "bounce",
            ["bounce_classification"] = "Invalid Address",
            ["tls"] = 1,
        },
        ["dropped"] = _ => new() { ["reason"] = "Bounced Address", ["status"] = "5.0.0" },
        ["open"] = _ => new()
        {
            ["useragent"] = Browser,
            ["ip"] = Address,
            ["sg_content_type"] = "html",
            ["sg_machine_open"] = false,
        },
        ["click"] = message => new()
        {
            ["useragent"] = Browser,
            ["ip"] = Address,
            ["url"] = FirstLinkOf(message),
            ["url_offset"] = new JsonObject { ["index"] = 0, ["type"] = "html" },
        },
        ["spamreport"] = _ => [],
        ["unsubscribe"] = _ => [],
    };

    /// <summary>The names of the events that can be made.</summary>
    internal static IReadOnlyCollection<string> Names => Details.Keys;

    /// <summary>One event a recipient.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="message">The mail.</param>
    /// <param name="at">When it happened.</param>
    internal static IEnumerable<JsonObject> Of(string name, MailboxMessage message, DateTimeOffset at) =>
        message.To.Select(recipient =>
        {
            var happened = new JsonObject
            {
                ["email"] = recipient,
                ["timestamp"] = at.ToUnixTimeSeconds(),
                ["smtp-id"] = $"<{message.Id}@mailbox.local>",
                ["event"] = name,
                ["sg_event_id"] = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(EventIdBytes)),
                ["sg_message_id"] = $"{message.Id}.recvd-mailbox-0.0",
            };

            if (message.Categories.Count > 0)
            {
                happened["category"] = new JsonArray([.. message.Categories.Select(category => (JsonNode)category)]);
            }

            foreach (var (key, value) in Details[name](message).Select(detail => (detail.Key, detail.Value?.DeepClone()))
                .Concat(message.CustomArgs.Select(argument => (argument.Key, (JsonNode?)argument.Value))))
            {
                happened[key] = value;
            }

            return happened;
        });

    private static string FirstLinkOf(MailboxMessage message) =>
        Link().Match(message.Html ?? "") is { Success: true } link
            ? WebUtility.HtmlDecode(link.Groups["address"].Value)
            : "https://example.com/";

    [GeneratedRegex(
        """<a\b[^>]*\bhref\s*=\s*["'](?<address>https?://[^"']+)["']""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
