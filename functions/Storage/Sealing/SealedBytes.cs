using System.Security.Cryptography;
using System.Text;

namespace LeadFunctions.Storage;

/// <summary>
/// Bytes sealed under one key: AES-256-GCM with a random nonce (NIST SP 800-38D; fewer than 2^32 uses of one key, which is more rows than a clinic writes
/// in centuries). They open only in their own place, so that two rows cannot change places. How long they are is not hidden.
/// </summary>
/// <remarks>Version 1: the version (1 byte), the length of the key's id (1), the id, the nonce (12), the tag (16), the rest.</remarks>
internal static class SealedBytes
{
    private const byte Version = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int IdAt = 2;

    public static byte[] Close(SealingKey key, ReadOnlySpan<byte> plain, string place)
    {
        var head = IdAt + key.Id.Length;
        var text = new byte[head + NonceLength + TagLength + plain.Length];
        text[0] = Version;
        text[1] = (byte)key.Id.Length;
        Encoding.ASCII.GetBytes(key.Id, text.AsSpan(IdAt));
        var nonce = text.AsSpan(head, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(key.Secret, TagLength);
        cipher.Encrypt(nonce, plain, text.AsSpan(head + NonceLength + TagLength), text.AsSpan(head + NonceLength, TagLength), About(text.AsSpan(0, head), place));
        return text;
    }

    /// <summary>The id of the key under which something is sealed.</summary>
    /// <exception cref="SealBrokenException">It is none of ours.</exception>
    public static string KeyOf(ReadOnlySpan<byte> text) =>
        text.Length < IdAt || text[0] != Version || text.Length < IdAt + text[1] + NonceLength + TagLength
            ? throw new SealBrokenException("It was not sealed here.")
            : Encoding.ASCII.GetString(text.Slice(IdAt, text[1]));

    /// <exception cref="SealBrokenException">It was changed, belongs to another place, or is sealed under another key.</exception>
    public static byte[] Open(SealingKey key, ReadOnlySpan<byte> text, string place)
    {
        var head = IdAt + text[1];
        var plain = new byte[text.Length - head - NonceLength - TagLength];
        try
        {
            using var cipher = new AesGcm(key.Secret, TagLength);
            cipher.Decrypt(
                text.Slice(head, NonceLength), text[(head + NonceLength + TagLength)..], text.Slice(head + NonceLength, TagLength), plain, About(text[..head], place));
            return plain;
        }
        catch (AuthenticationTagMismatchException exception)
        {
            throw new SealBrokenException("It was changed, or belongs to another place.", exception);
        }
    }

    private static byte[] About(ReadOnlySpan<byte> head, string place) => [.. head, .. Encoding.UTF8.GetBytes(place)];
}
