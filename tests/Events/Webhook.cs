using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using LeadFunctions.Leads;

namespace LeadFunctions.Tests.Events;

/// <summary>The provider's side of the webhook: it makes events, signs them and posts them.</summary>
internal sealed class Webhook : IDisposable
{
    public const string Route = "/api/email-events";
    public const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";
    public const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string PublicKey => Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());

    /// <summary>An event as SendGrid would tell it of a mail of ours.</summary>
    public static JsonObject Event(string name, SendId send, DateTimeOffset at, params (string Name, JsonNode? Value)[] more)
    {
        var told = new JsonObject
        {
            ["email"] = "robin@example.com",
            ["timestamp"] = at.ToUnixTimeSeconds(),
            ["smtp-id"] = "<14c5d75ce93.dfd.64b469@ismtpd-555>",
            ["event"] = name,
            ["sg_event_id"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16)),
            ["sg_message_id"] = "14c5d75ce93.dfd.64b469.filter0001.16648.5515E0B88.0",
            ["sid"] = send.ToString(),
        };
        foreach (var (field, value) in more)
        {
            told[field] = value;
        }

        return told;
    }

    /// <summary>The body as SendGrid writes it: a line end between the events and one at its end.</summary>
    public static byte[] Body(IEnumerable<JsonObject> events, string lineEnd = "\r\n") =>
        Encoding.UTF8.GetBytes($"[{string.Join("," + lineEnd, events.Select(told => told.ToJsonString()))}]{lineEnd}");

    public static string Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    public string Sign(string timestamp, ReadOnlySpan<byte> body, DSASignatureFormat format = DSASignatureFormat.Rfc3279DerSequence)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes(timestamp), .. body];
        return Convert.ToBase64String(key.SignData(signed, HashAlgorithmName.SHA256, format));
    }

    public Task<HttpStatusCode> PostAsync(HttpClient client, DateTimeOffset at, params IReadOnlyList<JsonObject> events) => PostAsync(client, at, Body(events));

    public Task<HttpStatusCode> PostAsync(HttpClient client, DateTimeOffset at, byte[] body) =>
        PostAsync(client, Seconds(at), Sign(Seconds(at), body), body);

    public static async Task<HttpStatusCode> PostAsync(HttpClient client, string? timestamp, string? signature, byte[] body, bool chunked = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Route)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } },
            Headers = { TransferEncodingChunked = chunked },
        };
        if (timestamp is not null)
        {
            request.Headers.TryAddWithoutValidation(TimestampHeader, timestamp);
        }

        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation(SignatureHeader, signature);
        }

        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    public void Dispose() => key.Dispose();
}
