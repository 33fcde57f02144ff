using System.Diagnostics.CodeAnalysis;

namespace LeadFunctions.Articles;

/// <summary>All articles, the newest first; of one day, by slug.</summary>
public sealed class ArticleCatalogue
{
    private readonly Dictionary<string, Article> bySlug;

    /// <param name="articles">In any order; each slug once.</param>
    public ArticleCatalogue(IEnumerable<Article> articles)
    {
        All = [.. articles.OrderByDescending(article => article.Published.DayNumber).ThenBy(article => article.Slug, StringComparer.Ordinal)];
        bySlug = All.ToDictionary(article => article.Slug, StringComparer.Ordinal);
    }

    /// <summary>All articles, the newest first; of one day, by slug.</summary>
    public IReadOnlyList<Article> All { get; }

    /// <summary>Finds an article by its slug; slugs are compared exactly.</summary>
    public bool TryFind(string slug, [MaybeNullWhen(false)] out Article article) => bySlug.TryGetValue(slug, out article);
}
