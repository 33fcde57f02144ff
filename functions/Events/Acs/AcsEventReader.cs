using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using LeadFunctions.Email;
using LeadFunctions.Leads;

namespace LeadFunctions.Events;

/// <summary>
/// Reads posts of Event Grid with events of Azure Communication Services, in Event Grid's own schema
/// (learn.microsoft.com/azure/event-grid/communication-services-email-events). An event that is odd in itself never spoils the others.
/// </summary>
public sealed partial class AcsEventReader(LeadKeys keys, ScannerCatalogue scanners)
{
    private const string Delivery = "Microsoft.Communication.EmailDeliveryReportReceived";
    private const string Engagement = "Microsoft.Communication.EmailEngagementTrackingReportReceived";
    private const string Validation = "Microsoft.EventGrid.SubscriptionValidationEvent";
    private const int LongestCode = 200;

    /// <returns>Null when the body is no JSON list of events.</returns>
    public AcsEventPost? Read(ReadOnlyMemory<byte> body)
    {
        string? code = null;
        var events = EventList.Read(body, keys, (told, ours, others) => code = Read(told, ours, others) ?? code);
        return events is null ? null : new(events, code);
    }

    private string? Read(JsonElement told, List<MailEvent> ours, List<OtherMailEvent> others)
    {
        var (type, data) = (Text(told, "eventType"), Find(told, "data") ?? default);
        if (type == Validation)
        {
            return Text(data, "validationCode") is { Length: > 0 and <= LongestCode } code ? code : null;
        }

        // The same event told again is the same text.
        var key = keys.Event("acs:" + EventContent.Of(told));
        var name = Word(Text(data, "status") ?? Text(data, "engagementType"));
        var at = Time(data, "deliveryAttemptTimeStamp") ?? Time(data, "userActionTimeStamp") ?? Time(told, "eventTime") ?? DateTimeOffset.UnixEpoch;
        if (type is Delivery or Engagement
            && Guid.TryParse(Text(data, "messageId"), out var operation)
            && SendId.TryParse(AcsOperationId.Read(operation), out var send))
        {
            ours.Add(Ours(send, told, data, new(key, name, at)) with { MessageId = operation.ToString() });
            return null;
        }

        others.Add(new(key, name, at));
        return null;
    }

    private MailEvent Ours(SendId send, JsonElement told, JsonElement data, OtherMailEvent happened)
    {
        var isReport = Text(told, "eventType") == Delivery;
        var (kind, reason) = isReport ? AcsEventNames.OfReport(happened.Name) : (AcsEventNames.OfEngagement(happened.Name), null);
        return new()
        {
            Mail = send.Key,
            Attempt = send.Attempt,
            Kind = kind,
            Name = happened.Name,
            At = happened.At,
            Key = happened.Key,
            ProviderId = Text(told, "id") is { Length: > 0 } id ? keys.Event("acs-id:" + id) : null,
            Recipient = EmailAddress.TryParse(Text(data, "recipient"), out var recipient, out _) ? keys.Contact(recipient, phone: null) : null,
            Reason = reason,

            // The rest of what the receiving host said may hold the address.
            Status = StatusCode().Match(Text(Find(data, "deliveryStatusDetails") ?? default, "statusMessage") ?? "") is { Success: true } match ? match.Value : null,
            Agent = isReport ? AgentClass.Unknown : scanners.Classify(Text(data, "userAgent"), address: null),
        };
    }

    private static string Word(string? text) => text is not null && Words().IsMatch(text) ? text : EventNames.Unreadable;

    // The service has written deliveryAttemptTimeStamp and deliveryAttemptTimestamp: names are compared without regard to case.
    private static JsonElement? Find(JsonElement parent, string name) => parent.ValueKind == JsonValueKind.Object
        && parent.EnumerateObject().FirstOrDefault(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { Value.ValueKind: not JsonValueKind.Undefined } found
            ? found.Value
            : null;

    private static string? Text(JsonElement parent, string name) => Find(parent, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static DateTimeOffset? Time(JsonElement parent, string name) =>
        DateTimeOffset.TryParse(Text(parent, name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    [GeneratedRegex("^[A-Za-z]{1,40}$")]
    private static partial Regex Words();

    [GeneratedRegex(@"(?<![0-9.])[245]\.[0-9]{1,3}\.[0-9]{1,3}(?![0-9.])")]
    private static partial Regex StatusCode();
}
