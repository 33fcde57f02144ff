using System.Globalization;
using System.Text.Json.Nodes;

namespace LeadFunctions.Local.Mailbox;

/// <summary>
/// An event about a mail in the shape of Event Grid (learn.microsoft.com/azure/event-grid/communication-services-email-events). Azure
/// Communication Services tells less than SendGrid: nothing of a mail that it begins with or tries again, and nothing of readers who complain.
/// </summary>
internal static class AcsEvent
{
    private const string Topic =
        "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/local/providers/microsoft.communication/communicationservices/mailbox";

    /// <summary>The statuses of delivery reports, by the names under which they are asked for.</summary>
    private static readonly Dictionary<string, string> Statuses = new()
    {
        ["delivered"] = "Delivered",
        ["bounce"] = "Bounced",
        ["dropped"] = "Suppressed",
        ["quarantined"] = "Quarantined",
        ["filteredSpam"] = "FilteredSpam",
        ["failed"] = "Failed",
    };

    private static readonly Dictionary<string, string> Engagements = new() { ["open"] = "view", ["click"] = "click" };

    /// <summary>The secret in the address that the mailbox posts to, which everybody can read.</summary>
    internal const string Secret = "local-only-secret-of-the-events-of-the-mailbox";

    /// <summary>The names of the events that can be made.</summary>
    internal static IReadOnlyCollection<string> Names { get; } = [.. Statuses.Keys, .. Engagements.Keys];

    /// <summary>Whether a mail came in through Azure Communication Services: its id is a UUID there, and it carries no arguments.</summary>
    internal static bool IsFor(MailboxMessage message) => message.CustomArgs.Count == 0 && Guid.TryParseExact(message.Id, "D", out _);

    /// <summary>One event a recipient.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="message">The mail.</param>
    /// <param name="at">When it happened.</param>
    internal static IEnumerable<JsonObject> Of(string name, MailboxMessage message, DateTimeOffset at) => message.To.Select(recipient => new JsonObject
    {
        ["id"] = Guid.CreateVersion7().ToString(),
        ["topic"] = Topic,
        ["subject"] = $"sender/{message.From}/message/{message.Id}",
        ["data"] = Statuses.TryGetValue(name, out var status) ? Report(status, message, recipient, at) : Engagement(Engagements[name], message, at),
        ["eventType"] = Statuses.ContainsKey(name)
            ? "Microsoft.Communication.EmailDeliveryReportReceived"
            : "Microsoft.Communication.EmailEngagementTrackingReportReceived",
        ["dataVersion"] = "1.0",
        ["metadataVersion"] = "1",
        ["eventTime"] = Written(at),
    });

    private static JsonObject Report(string status, MailboxMessage message, string recipient, DateTimeOffset at) => new()
    {
        ["sender"] = message.From,
        ["recipient"] = recipient,
        ["messageId"] = message.Id,
        ["status"] = status,
        ["deliveryStatusDetails"] = new JsonObject { ["statusMessage"] = status == "Bounced" ? $"550 5.1.1 <{recipient}>: unknown recipient" : "" },
        ["deliveryAttemptTimeStamp"] = Written(at),
    };

    private static JsonObject Engagement(string type, MailboxMessage message, DateTimeOffset at) => new()
    {
        ["sender"] = message.From,
        ["messageId"] = message.Id,
        ["userActionTimeStamp"] = Written(at),
        ["engagementContext"] = "",
        ["userAgent"] = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15",
        ["engagementType"] = type,
    };

    private static string Written(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
