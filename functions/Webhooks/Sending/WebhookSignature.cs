using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LeadFunctions.Webhooks;

/// <summary>
/// The header <c>webhook-signature</c> of Standard Webhooks: for each secret <c>v1,</c> and the HMAC-SHA256 of <c>id.timestamp.body</c> in Base64,
/// with spaces between.
/// </summary>
public static class WebhookSignature
{
    /// <param name="id">The header <c>webhook-id</c>; holds no full stop.</param>
    /// <param name="timestamp">The header <c>webhook-timestamp</c>: seconds since 1970.</param>
    /// <param name="body">The bytes that are posted.</param>
    /// <param name="secrets">The secrets, newest first.</param>
    public static string Of(string id, long timestamp, ReadOnlySpan<byte> body, IEnumerable<byte[]> secrets)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.")), .. body];
        return string.Join(' ', secrets.Select(secret => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(secret, signed))}"));
    }
}
