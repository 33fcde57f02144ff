using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Leads;

/// <summary>
/// Makes and checks the tokens in our links: key id, purpose and expiry, then the content, then HMAC-SHA256 (RFC 2104) over all of it,
/// truncated to 128 bits, in base64url (RFC 4648 section 5). A token holds ids only, never an address or a concern.
/// </summary>
public sealed class TokenSigner(IOptions<LeadsOptions> options, TimeProvider clock)
{
    private const int HeaderBytes = 6;
    private const int SignatureBytes = 16;
    private const int LongestToken = 512;

    private readonly (byte Id, byte[] Key)[] keys = [.. options.Value.SigningKeys.Select(ToKey)];

    /// <param name="purpose">The one route that will take the token.</param>
    /// <param name="content">Ids only.</param>
    /// <param name="lifetime">How long the token is good for; null for ever, in whole seconds otherwise.</param>
    public string Sign(TokenPurpose purpose, ReadOnlySpan<byte> content, TimeSpan? lifetime)
    {
        var (id, key) = keys[0];
        var expiry = lifetime is { } time ? (uint)(clock.GetUtcNow() + time).ToUnixTimeSeconds() : uint.MaxValue;
        var bytes = new byte[HeaderBytes + content.Length + SignatureBytes];
        bytes[0] = id;
        bytes[1] = (byte)purpose;
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(2), expiry);
        content.CopyTo(bytes.AsSpan(HeaderBytes));
        MacOf(key, bytes.AsSpan(0, HeaderBytes + content.Length)).CopyTo(bytes.AsSpan(HeaderBytes + content.Length));
        return Base64Url.EncodeToString(bytes);
    }

    /// <returns>The content, or null when the token is not ours, is for another purpose, or has expired.</returns>
    public byte[]? Verify(TokenPurpose purpose, string? token) => Verify(purpose, token, out _);

    /// <param name="purpose">What the token is taken for.</param>
    /// <param name="token">The token.</param>
    /// <param name="expiresAt">Until when it is or was good (UTC). With null: in the past when the token has expired, the end of time when it never was any.</param>
    /// <returns>The content, or null when the token is not ours, is for another purpose, or has expired.</returns>
    public byte[]? Verify(TokenPurpose purpose, string? token, out DateTimeOffset expiresAt)
    {
        expiresAt = DateTimeOffset.MaxValue;
        if (token is null || token.Length > LongestToken || !Base64Url.IsValid(token))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(token);

        // More than one text can decode to the same bytes; only the one that we wrote is ours.
        if (bytes.Length < HeaderBytes + SignatureBytes || Base64Url.EncodeToString(bytes) != token || bytes[1] != (byte)purpose)
        {
            return null;
        }

        var signed = bytes.AsSpan(0, bytes.Length - SignatureBytes);
        var signature = bytes.AsSpan(bytes.Length - SignatureBytes);
        foreach (var (id, key) in keys)
        {
            if (id == bytes[0] && CryptographicOperations.FixedTimeEquals(MacOf(key, signed), signature))
            {
                var expiry = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(2));
                expiresAt = DateTimeOffset.FromUnixTimeSeconds(expiry);
                return expiry == uint.MaxValue || clock.GetUtcNow().ToUnixTimeSeconds() <= expiry ? signed[HeaderBytes..].ToArray() : null;
            }
        }

        return null;
    }

    private static ReadOnlySpan<byte> MacOf(byte[] key, ReadOnlySpan<byte> content) => HMACSHA256.HashData(key, content).AsSpan(0, SignatureBytes);

    private static (byte Id, byte[] Key) ToKey(string secret)
    {
        var key = SHA256.HashData(Encoding.UTF8.GetBytes("token:" + secret));
        return (SHA256.HashData(key)[0], key);
    }
}
