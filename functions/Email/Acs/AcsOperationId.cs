using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace LeadFunctions.Email;

/// <summary>
/// The name of a sending with Azure Communication Services. It is ours to choose (Operation-Id of learn.microsoft.com/rest/api/communication/email/email/send), and
/// what is told of a message later names it by an id of the message. That the two are the same is how Microsoft's samples use them, and is not
/// confirmed in its reference: were they not, events would be counted as of other mail, and nothing else would change. So it holds our own name for the attempt, together with a check: whoever knows the one knows the other,
/// after a crash too.
/// </summary>
public static class AcsOperationId
{
    // Of the 122 bits that RFC 9562 leaves to whoever makes a UUID of version 8: 24 of a hash, five for the length, the rest for the letters.
    private const int LetterBits = 93;
    private const int PackedBits = LetterBits + 5;
    private const int CheckBits = 24;
    private const int LongestText = 17;
    private const int Radix = 36;

    /// <param name="sendId">Any text; one of more than seventeen letters and digits has a name from which it is not found again.</param>
    public static Guid Of(string sendId)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes("acs-operation:" + sendId));
        var bits = BinaryPrimitives.ReadUInt128BigEndian(hash);
        return ToGuid(Pack(sendId) is { } packed ? (bits >> (128 - CheckBits) << PackedBits) | packed : bits >> 6);
    }

    /// <returns>What it was made of; null where it was not made here.</returns>
    public static string? Read(Guid operation)
    {
        var packed = ToBits(operation) & ((UInt128.One << PackedBits) - 1);
        var text = new char[(int)(packed >> LetterBits)];
        var letters = packed & ((UInt128.One << LetterBits) - 1);
        for (var place = text.Length - 1; place >= 0; place--, letters /= Radix)
        {
            var digit = (int)(letters % Radix);
            text[place] = (char)(digit < 10 ? '0' + digit : 'a' + digit - 10);
        }

        return new string(text) is var read && Of(read) == operation ? read : null;
    }

    private static UInt128? Pack(string text)
    {
        if (text.Length is 0 or > LongestText || !text.All(letter => char.IsAsciiDigit(letter) || char.IsAsciiLetterLower(letter)))
        {
            return null;
        }

        var letters = text.Aggregate(UInt128.Zero, (sum, letter) => (sum * Radix) + (uint)(char.IsAsciiDigit(letter) ? letter - '0' : letter - 'a' + 10));
        return ((UInt128)text.Length << LetterBits) | letters;
    }

    // Version 8 of RFC 9562: made by a way of one's own. 48 bits, the version, twelve, the variant, 62.
    private static Guid ToGuid(UInt128 bits)
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, (ulong)(bits >> 74 << 16) | 0x8000 | ((ulong)(bits >> 62) & 0xFFF));
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(8), ((ulong)bits & 0x3FFF_FFFF_FFFF_FFFF) | 0x8000_0000_0000_0000);
        return new(bytes, bigEndian: true);
    }

    private static UInt128 ToBits(Guid guid)
    {
        var bytes = guid.ToByteArray(bigEndian: true);
        var (high, low) = (BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(8)));
        return ((UInt128)(high >> 16) << 74) | ((UInt128)(high & 0xFFF) << 62) | (low & 0x3FFF_FFFF_FFFF_FFFF);
    }
}
