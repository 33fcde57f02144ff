using System.Globalization;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>Writes a claim as one word, where a row remembers several: the ticks, a hyphen, and the send.</summary>
internal static class MarkText
{
    public static string Write(ClaimMark mark) => string.Create(CultureInfo.InvariantCulture, $"{mark.At.UtcTicks}-{mark.Send}");

    public static ClaimMark Read(string word)
    {
        var hyphen = word.IndexOf('-', StringComparison.Ordinal);
        return new(new(long.Parse(word.AsSpan(0, hyphen), CultureInfo.InvariantCulture), TimeSpan.Zero), SendKey.Parse(word[(hyphen + 1)..]));
    }
}
