using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace LeadFunctions.Access;

/// <summary>
/// Seals the keys of sessions for the table in which they lie: AES-256-GCM (NIST SP 800-38D) under a key that HKDF (RFC 5869) derives from
/// the newest signing key. Older signing keys still open what they sealed, so a rotation ends no session before the old one is taken away.
/// </summary>
/// <param name="signingKeys">Newest first, at least one.</param>
internal sealed class SealedKeys(IEnumerable<string> signingKeys) : IXmlEncryptor
{
    private const string ElementName = "sealedKey";
    private const string ValueName = "value";
    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private static readonly byte[] Use = Encoding.UTF8.GetBytes("keys of sessions");

    private readonly byte[][] keys = [.. signingKeys.Select(secret => HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), KeyBytes, info: Use))];

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var content = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var bytes = new byte[NonceBytes + content.Length + TagBytes];
        RandomNumberGenerator.Fill(bytes.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(keys[0], TagBytes);
        aes.Encrypt(bytes.AsSpan(0, NonceBytes), content, bytes.AsSpan(NonceBytes, content.Length), bytes.AsSpan(NonceBytes + content.Length));
        return new(new XElement(ElementName, new XElement(ValueName, Convert.ToBase64String(bytes))), typeof(SealedKeyOpener));
    }

    /// <exception cref="CryptographicException">None of our signing keys sealed it.</exception>
    public XElement Open(XElement sealedElement)
    {
        var bytes = Convert.FromBase64String(sealedElement.Element(ValueName)?.Value ?? "");
        if (bytes.Length >= NonceBytes + TagBytes)
        {
            foreach (var key in keys)
            {
                if (TryOpen(key, bytes) is { } content)
                {
                    return XElement.Parse(Encoding.UTF8.GetString(content));
                }
            }
        }

        throw new CryptographicException("A key of sessions was sealed with a signing key that is no more.");
    }

    private static byte[]? TryOpen(byte[] key, byte[] bytes)
    {
        var content = new byte[bytes.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        try
        {
            aes.Decrypt(bytes.AsSpan(0, NonceBytes), bytes.AsSpan(NonceBytes, content.Length), bytes.AsSpan(NonceBytes + content.Length), content);
            return content;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
