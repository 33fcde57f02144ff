using System.Text.Json;
using System.Text.Json.Serialization;
using LeadFunctions.Clinic;
using LeadFunctions.Desk;
using LeadFunctions.Leads;

namespace LeadFunctions.Webhooks;

/// <summary>
/// What is posted: what happened, when, to which lead, and how far it had come. Never who it is, what they asked for or what they wrote: the
/// receiver reads that where it may, at <c>GET /api/leads/{reference}</c>. The same message is the same bytes with every try.
/// </summary>
/// <param name="Type">Such as <c>lead.captured</c>.</param>
/// <param name="Timestamp">When it happened (UTC). Messages of one lead may arrive in any order: this tells which is later.</param>
/// <param name="Data">The lead; null in a test.</param>
public sealed record WebhookBody(string Type, DateTime Timestamp, WebhookLead? Data)
{
    /// <summary>The type of a message that staff send to try an endpoint.</summary>
    public const string TestType = "webhook.test";

    public static byte[] Of(WebhookMessage message, ClinicProfile clinic) => new WebhookBody(
        message.Key.Event.Word(),
        message.Key.At.UtcDateTime,
        new(message.Lead.Id.ToReference(clinic.ReferencePrefix), message.Kind.Word(), Wire.Of(message.Status), message.Lead.CapturedAt.UtcDateTime)).ToBytes();

    public static byte[] OfTest(DateTimeOffset now) => new WebhookBody(TestType, now.UtcDateTime, Data: null).ToBytes();

    private byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, WebhookJson.Default.WebhookBody);
}

/// <summary>Which lead, and how far it had come.</summary>
/// <param name="Reference">Such as <c>PAMB-7K3F9Q</c>.</param>
/// <param name="Kind"><c>call</c> or <c>appointment</c>.</param>
/// <param name="Status"><c>new</c>, <c>contacted</c>, <c>booked</c>, <c>closed</c> or <c>spam</c>: what it was when this happened.</param>
/// <param name="CapturedAt">When the request came (UTC).</param>
public sealed record WebhookLead(string Reference, string Kind, string Status, DateTime CapturedAt);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(WebhookBody))]
internal sealed partial class WebhookJson : JsonSerializerContext;
