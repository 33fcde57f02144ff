namespace LeadFunctions.Leads;

/// <summary>
/// Makes labels for figures out of what visitors and their browsers say. Anybody can send anything there: what could tell of a person is
/// left out, and what is left is short.
/// </summary>
public static class SourceLabels
{
    private const int LongestPage = 100;
    private const int LongestLabel = 60;

    // A telephone number with its area code has ten, a page seldom.
    private const int MostDigits = 9;

    /// <summary>The page without what comes after ? and #: addresses there have been known to hold names.</summary>
    public static string? Page(string? page)
    {
        if (string.IsNullOrWhiteSpace(page))
        {
            return null;
        }

        var path = page.Split('?', '#')[0].Trim();
        return LongestRunOfDigits(path) > MostDigits ? Tally.Other : Label(path.TrimEnd('/'), LongestPage) ?? "/";
    }

    public static string? Label(string? text) => Label(text, LongestLabel);

    private static string? Label(string? text, int longest)
    {
        var trimmed = new string([.. (text ?? "").Select(Plain)]).Trim();
        return trimmed.Length == 0 ? null
            : MayNameSomebody(trimmed) ? Tally.Other
            : trimmed.Length <= longest ? trimmed
            : trimmed[..longest];
    }

    // What JSON would have to write in six letters, and no address or campaign needs: a row has room for so much and no more.
    private static char Plain(char letter) =>
        letter is not ('"' or '\\') && (char.IsLetterOrDigit(letter) || char.IsPunctuation(letter) || char.IsSymbol(letter) || letter == ' ') ? letter : '_';

    private static bool MayNameSomebody(string text) =>
        text.Contains('@', StringComparison.Ordinal) || text.Contains("%40", StringComparison.Ordinal);

    private static int LongestRunOfDigits(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var letter in text)
        {
            run = char.IsAsciiDigit(letter) ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
