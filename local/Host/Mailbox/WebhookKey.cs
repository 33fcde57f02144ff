using System.Security.Cryptography;
using System.Text;

namespace LeadFunctions.Local.Mailbox;

/// <summary>
/// The key pair that events are signed with, as SendGrid signs them: ECDSA on P-256 over the timestamp followed by the body, SHA-256,
/// DER (https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features).
/// </summary>
public sealed class WebhookKey : IDisposable
{
    private readonly ECDsa key;

    private WebhookKey(ECDsa key) => this.key = key;

    /// <summary>
    /// The public half, in the form that SendGrid shows it (Base64 of SubjectPublicKeyInfo): the value of the app's setting
    /// <c>SendGrid__WebhookPublicKeys__0</c>.
    /// </summary>
    public string PublicKey => Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());

    /// <summary>The key of a data directory, made when there is none; without a directory a new one.</summary>
    public static WebhookKey Open(string? dataDirectory)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        if (dataDirectory is null)
        {
            return new WebhookKey(key);
        }

        Directory.CreateDirectory(dataDirectory);
        var path = Path.Combine(dataDirectory, "webhook-key.pem");

        if (File.Exists(path))
        {
            key.ImportFromPem(File.ReadAllText(path));
            return new WebhookKey(key);
        }

        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };

        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new StreamWriter(path, options);
        file.Write(key.ExportECPrivateKeyPem());
        return new WebhookKey(key);
    }

    /// <inheritdoc/>
    public void Dispose() => key.Dispose();

    /// <returns>The signature in Base64.</returns>
    internal string Sign(string timestamp, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes(timestamp), .. body];
        return Convert.ToBase64String(key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
    }
}
