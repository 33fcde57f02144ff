using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Email;

/// <summary>
/// Tells SendGrid's posts from those of others: ECDSA on P-256 with SHA-256 over the timestamp followed by the body, byte for byte, the
/// line end at its end included (twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features;
/// sendgrid/sendgrid-csharp#1018).
/// </summary>
public sealed class SendGridSignature(IOptions<SendGridOptions> options, TimeProvider clock)
{
    public const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";
    public const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    /// <summary>
    /// How far the timestamp may be from now. SendGrid tries again for 24 hours what was not taken, and promises no new timestamp for it;
    /// events repeated within that time change nothing.
    /// </summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromHours(26);

    // A DER signature on P-256 has at most 72 bytes.
    private const int LongestSignature = 128;
    private const int LongestTimestamp = 11;

    private readonly byte[][] keys = [.. options.Value.WebhookPublicKeys.Select(Convert.FromBase64String)];

    /// <summary>Whether there is any key to verify with.</summary>
    public bool HasKey => keys.Length > 0;

    /// <param name="signature">The header of that name; null when there is none.</param>
    /// <param name="timestamp">The header of that name; null when there is none.</param>
    /// <param name="body">The body as it came.</param>
    public SignatureVerdict Verify(string? signature, string? timestamp, ReadOnlySpan<byte> body)
    {
        if (!HasKey)
        {
            return SignatureVerdict.NoKey;
        }

        if (!IsRecent(timestamp) || BytesOf(signature) is not { } signed)
        {
            return SignatureVerdict.Forged;
        }

        byte[] content = [.. Encoding.ASCII.GetBytes(timestamp!), .. body];
        return keys.Any(key => IsSignedBy(key, content, signed)) ? SignatureVerdict.Genuine : SignatureVerdict.Forged;
    }

    internal static bool IsKey(string text)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(text), out _);
            return key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value;
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException)
        {
            return false;
        }
    }

    private bool IsRecent(string? timestamp) =>
        timestamp is { Length: > 0 and <= LongestTimestamp }
        && long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && DateTimeOffset.FromUnixTimeSeconds(seconds) is var at
        && (clock.GetUtcNow() - at).Duration() <= Tolerance;

    private static byte[]? BytesOf(string? signature)
    {
        if (signature is not { Length: > 0 and <= LongestSignature })
        {
            return null;
        }

        var bytes = new byte[LongestSignature];
        return Convert.TryFromBase64String(signature, bytes, out var length) ? bytes[..length] : null;
    }

    private static bool IsSignedBy(byte[] publicKey, byte[] content, byte[] signature)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(publicKey, out _);
        try
        {
            return key.VerifyData(content, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            // Bytes that are no signature at all.
            return false;
        }
    }
}
