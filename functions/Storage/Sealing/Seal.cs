using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Storage;

/// <summary>
/// Makes bytes unreadable and unchangeable for whoever lacks the keys: AES-256-GCM with a random nonce (NIST SP 800-38D; fewer than 2^32 uses of one
/// key, which is more rows than a clinic writes in centuries). What is sealed opens only in its own place, so that two rows cannot change places.
/// </summary>
/// <remarks>Version 1: the version (1 byte), the length of the key's id (1), the id, the nonce (12), the tag (16), the rest.</remarks>
internal sealed class Seal(IOptions<SealingOptions> options)
{
    private const byte Version = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int IdAt = 2;

    private readonly Lazy<IReadOnlyList<SealingKey>> keys = new(() =>
        [.. options.Value.Keys.Select(text => SealingKey.TryParse(text, out var key) ? key : throw new FormatException("A sealing key cannot be read."))]);

    /// <param name="plain">What nobody else may read.</param>
    /// <param name="place">Where it is kept, such as the table and the keys of its row.</param>
    public byte[] Close(ReadOnlySpan<byte> plain, string place)
    {
        var key = keys.Value[0];
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

    /// <exception cref="SealBrokenException">It is none of ours, was changed, belongs to another place, or its key is not among the keys.</exception>
    public byte[] Open(ReadOnlySpan<byte> text, string place)
    {
        if (text.Length < IdAt || text[0] != Version || text.Length < IdAt + text[1] + NonceLength + TagLength)
        {
            throw new SealBrokenException("It was not sealed here.");
        }

        var head = IdAt + text[1];
        var id = Encoding.ASCII.GetString(text[IdAt..head]);
        var key = keys.Value.FirstOrDefault(known => known.Id == id)
            ?? throw new SealBrokenException($"It is sealed under the key '{id}', which is not among Encryption__Keys.");
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
