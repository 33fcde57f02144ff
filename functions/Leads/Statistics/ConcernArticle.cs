namespace LeadFunctions.Leads;

/// <summary>A concern, and an article that came to somebody who had named it.</summary>
/// <param name="Concern">Its id.</param>
/// <param name="Article">The slug.</param>
public sealed record ConcernArticle(string Concern, string Article)
{
    // Ids and slugs are words and hyphens.
    private const char Separator = '|';

    /// <summary>The key of both in <see cref="Dimension.ConcernArticle"/>.</summary>
    public string Key => $"{Concern}{Separator}{Article}";

    /// <summary>Reads a key; null for what stands for many.</summary>
    public static ConcernArticle? Of(string key) => key.IndexOf(Separator, StringComparison.Ordinal) is var at and > 0 ? new(key[..at], key[(at + 1)..]) : null;
}
