using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using LeadFunctions.Email;
using LeadFunctions.Leads;

namespace LeadFunctions.Events;

/// <summary>
/// Reads posts of SendGrid's Event Webhook (twilio.com/docs/sendgrid/for-developers/tracking-events/event). An event that is odd in
/// itself is kept as far as it can be read, and never spoils the others.
/// </summary>
public sealed partial class EventReader(LeadKeys keys, LinkReading links, ScannerCatalogue scanners)
{
    private const string ArticlePath = "/r/";

    /// <returns>Null when the body is no JSON list of events.</returns>
    public EventBatch? Read(ReadOnlyMemory<byte> body) => EventList.Read(body, keys, Read);

    private void Read(JsonElement told, List<MailEvent> ours, List<OtherMailEvent> others)
    {
        var fields = new EventFields(told);
        var send = fields.Text(SendGridMail.SendIdArgument);
        var happened = new OtherMailEvent(
            keys.Event(EventContent.Of(told)),
            fields.Word("event") ?? EventNames.Unreadable,
            fields.Time("timestamp") ?? DateTimeOffset.UnixEpoch);
        if (SendId.TryParse(send, out var id))
        {
            ours.Add(Ours(id, fields, happened));
            return;
        }

        others.Add(happened);
    }

    private MailEvent Ours(SendId send, EventFields fields, OtherMailEvent told)
    {
        var status = fields.Text("status") is { } code && StatusCodes().IsMatch(code) ? code : null;
        var address = fields.Address("ip");
        var link = LinkOf(send.Key, fields.Text("url"));
        return new()
        {
            Mail = send.Key,
            Attempt = send.Attempt,
            Kind = EventNames.KindOf(told.Name, fields.Text("type"), status),
            Name = told.Name,
            At = told.At,
            Key = told.Key,
            ProviderId = fields.Text("sg_event_id") is { Length: > 0 } id ? keys.Event("id:" + id) : null,
            MessageId = fields.Word("sg_message_id") is { } message ? MessageIdOf(message) : null,
            Recipient = EmailAddress.TryParse(fields.Text("email"), out var recipient, out _) ? keys.Contact(recipient, phone: null) : null,
            Reason = EventNames.KnownReason(fields.Text("bounce_classification") ?? fields.Text("reason")),
            Status = status,
            IsMachineOpen = fields.Flag("sg_machine_open"),
            Agent = fields.Text("useragent") is { } agent ? scanners.Classify(agent, address) : AgentClass.Unknown,
            Network = address is null ? null : keys.Network(address),
            Link = link?.Article.ToString("x16", CultureInfo.InvariantCulture),
            IsCanary = link?.IsCanary ?? false,
            Rest = fields.Rest(),
        };
    }

    private MailLink? LinkOf(SendKey mail, string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address.AbsolutePath.StartsWith(ArticlePath, StringComparison.Ordinal)
        && links.Read(address.AbsolutePath[ArticlePath.Length..]) is { } link
        && link.Mail == mail ? link : null;

    // The id that the API answered with, and behind it where inside of SendGrid the mail went.
    private static string MessageIdOf(string text) => InnerPath().Split(text, 2)[0];

    [GeneratedRegex(@"^[245]\.[0-9]{1,3}\.[0-9]{1,3}$")]
    private static partial Regex StatusCodes();

    [GeneratedRegex(@"\.(?:filter|recvd)")]
    private static partial Regex InnerPath();
}
