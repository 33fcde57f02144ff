using System.Security.Cryptography;

namespace LeadFunctions.Leads;

/// <summary>
/// Thirty bits that name one lead: 26 at random and, lowest, the four of its shard, so that a reference alone leads to its rows.
/// It grants nothing: every page about a person asks for a signed token or a sign-in.
/// </summary>
public readonly record struct LeadId(uint Value)
{
    private const int ReferenceLength = 6;
    private const int BitsPerLetter = 5;
    private const int ShardBits = 4;
    internal const uint Last = (1u << (ReferenceLength * BitsPerLetter)) - 1;

    // No 0 and O, no 1 and I: a reference is read aloud on the phone.
    private const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    public Shard Shard => new((int)(Value & (Shard.Count - 1)));

    public static LeadId New(Shard shard) =>
        new(((uint)RandomNumberGenerator.GetInt32((int)(Last >> ShardBits) + 1) << ShardBits) | (uint)shard.Number);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static LeadId Parse(string hex) => new(Convert.ToUInt32(hex, 16));

    /// <summary>Reads a reference as people type it: any case, with or without the clinic's prefix, spaces or hyphens.</summary>
    public static bool TryParseReference(string? text, out LeadId id)
    {
        id = default;
        var letters = (text ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).TakeLast(ReferenceLength).ToArray();
        if (letters.Length != ReferenceLength || letters.Any(letter => !Letters.Contains(letter, StringComparison.Ordinal)))
        {
            return false;
        }

        id = new(letters.Aggregate(0u, (value, letter) => (value << BitsPerLetter) | (uint)Letters.IndexOf(letter, StringComparison.Ordinal)));
        return true;
    }

    /// <summary>The reference shown to people, such as <c>PAMB-7K3F9Q</c>.</summary>
    /// <param name="prefix">The clinic's letters, such as <c>PAMB</c>.</param>
    public string ToReference(string prefix)
    {
        var value = Value;
        return string.Create(prefix.Length + 1 + ReferenceLength, (prefix, value), static (text, state) =>
        {
            state.prefix.CopyTo(text);
            text[state.prefix.Length] = '-';
            var rest = state.value;
            for (var index = text.Length - 1; index > state.prefix.Length; index--)
            {
                text[index] = Letters[(int)(rest & (Letters.Length - 1))];
                rest >>= BitsPerLetter;
            }
        });
    }

    /// <summary>Eight hexadecimal digits: safe in keys and logs.</summary>
    public override string ToString() => Value.ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
}
