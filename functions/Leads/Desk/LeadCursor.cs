using System.Buffers.Binary;
using System.Buffers.Text;

namespace LeadFunctions.Leads;

/// <summary>
/// A place in the list of leads: after this one. It holds for every filter, and leads that come meanwhile do not move it: they stand before it.
/// </summary>
/// <param name="Last">The last lead that was shown.</param>
public sealed record LeadCursor(LeadHandle Last)
{
    private const int Bytes = sizeof(long) + sizeof(uint);

    /// <summary>Sixteen letters, digits, hyphens and underscores: safe in addresses, and no business of whoever carries it.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        BinaryPrimitives.WriteInt64BigEndian(bytes, Last.CapturedAt.UtcTicks);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[sizeof(long)..], Last.Id.Value);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote, and nothing else.</summary>
    /// <returns>Null for anything else.</returns>
    public static LeadCursor? Parse(string text)
    {
        Span<byte> bytes = stackalloc byte[Bytes];
        if (text.Length != Base64Url.GetEncodedLength(Bytes) || !Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, bytes, out var read) || read != Bytes)
        {
            return null;
        }

        var ticks = BinaryPrimitives.ReadInt64BigEndian(bytes);
        var id = BinaryPrimitives.ReadUInt32BigEndian(bytes[sizeof(long)..]);
        return ticks < 0 || ticks > DateTimeOffset.MaxValue.UtcTicks || id > LeadId.Last ? null : new(new LeadHandle(new(id), new(ticks, TimeSpan.Zero)));
    }
}
