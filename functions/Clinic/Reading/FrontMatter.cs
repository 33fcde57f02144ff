namespace LeadFunctions.Clinic;

/// <summary>The two halves of a Markdown file that starts with fields.</summary>
/// <param name="Yaml">What stands between the first two lines of three hyphens.</param>
/// <param name="LastLine">The line of the second one, counted from 1.</param>
/// <param name="Markdown">The rest, without blank lines around it.</param>
internal sealed record FrontMatter(string Yaml, int LastLine, string Markdown)
{
    private const string Hyphens = "---";

    /// <returns><see langword="null"/> when the text does not start with fields, or they do not end.</returns>
    public static FrontMatter? Split(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var last = lines[0].TrimEnd() == Hyphens ? Array.FindIndex(lines, 1, line => line.TrimEnd() == Hyphens) : -1;

        return last < 0
            ? null
            : new(string.Join('\n', lines[1..last]), last + 1, string.Join('\n', lines[(last + 1)..]).Trim());
    }
}
