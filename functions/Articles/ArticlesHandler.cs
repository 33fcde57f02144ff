using System.Globalization;
using LeadFunctions.Languages;

namespace LeadFunctions.Articles;

/// <summary>What is asked for, as it was written; each part may be there any number of times.</summary>
/// <param name="Concerns">Ids of concerns and interests. Empty ones, as a form sends for no choice, mean nothing.</param>
/// <param name="Exclude">Slugs of articles that are not wanted; unknown ones mean nothing.</param>
/// <param name="Limit">How many at most; at most one.</param>
public sealed record ArticlesRequest(
    IReadOnlyCollection<string?> Concerns,
    IReadOnlyCollection<string?> Exclude,
    IReadOnlyCollection<string?> Limit);

/// <summary>The endings of asking for articles.</summary>
public abstract record ArticlesResult
{
    private ArticlesResult()
    {
    }

    /// <summary>What is wrong, by parameter.</summary>
    public sealed record Rejected(IDictionary<string, string[]> Errors) : ArticlesResult;

    /// <summary>The articles, the best first.</summary>
    public sealed record Chosen(IReadOnlyList<ArticleAnswer> Articles) : ArticlesResult;
}

/// <summary>Chooses articles for whoever asks.</summary>
public sealed class ArticlesHandler(ConcernCatalogue concerns, ArticleMatcher matcher)
{
    private const int UsualLimit = 5;
    private const int HighestLimit = 20;

    public ArticlesResult Handle(ArticlesRequest request)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var named = Given(request.Concerns);

        if (!named.All(concerns.Contains))
        {
            errors["concern"] = [ArticlesText.UnknownConcern.With(string.Join(", ", concerns.All.Select(concern => concern.Id)))];
        }

        if (!TryReadLimit(request.Limit, out var limit))
        {
            errors["limit"] = [ArticlesText.LimitExpected.With(HighestLimit)];
        }

        return errors.Count > 0
            ? new ArticlesResult.Rejected(errors)
            : new ArticlesResult.Chosen([.. matcher.Match(new(named, Exclude: Given(request.Exclude)), limit).Select(Answer)]);
    }

    private static ArticleAnswer Answer(ArticleMatch match)
        => new(
            match.Article.Slug,
            match.Article.Headline,
            match.Article.Summary.ToString(),
            match.Article.Url.AbsoluteUri,
            match.Article.Minutes,
            match.Why);

    private static HashSet<string> Given(IReadOnlyCollection<string?> written)
        => [.. written.OfType<string>().Where(text => text.Length > 0)];

    private static bool TryReadLimit(IReadOnlyCollection<string?> written, out int limit)
    {
        limit = UsualLimit;

        return written.Count == 0
            || (written.Count == 1
                && int.TryParse(written.First(), NumberStyles.None, CultureInfo.InvariantCulture, out limit)
                && limit is >= 1 and <= HighestLimit);
    }
}
