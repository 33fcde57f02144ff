namespace LeadFunctions.Leads;

/// <summary>A concern, and the page on which somebody came to name it.</summary>
/// <param name="Concern">Its id, or <see cref="Tally.None"/>.</param>
/// <param name="Source">The page as <see cref="Dimension.Source"/> has it.</param>
public sealed record ConcernSource(string Concern, string Source)
{
    // Ids of concerns are words and hyphens.
    private const char Separator = '|';

    /// <summary>The key of both in <see cref="Dimension.ConcernSource"/>.</summary>
    public string Key => $"{Concern}{Separator}{Source}";

    /// <summary>Reads a key; null for what stands for many.</summary>
    public static ConcernSource? Of(string key) => key.IndexOf(Separator, StringComparison.Ordinal) is var at and > 0 ? new(key[..at], key[(at + 1)..]) : null;
}
