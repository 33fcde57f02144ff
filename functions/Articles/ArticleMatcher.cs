using LeadFunctions.Languages;

namespace LeadFunctions.Articles;

/// <summary>
/// Chooses articles. What a visitor named comes first; an article on the connection of several things they named comes before one on
/// a single of them; what they wrote is a weak hint; the newest article wins a tie; who names nothing gets a good first read.
/// Concerns take turns: each article read or chosen on one makes the next on the same less pressing, so that asking one by one,
/// with what was chosen before excluded, gives the same articles as asking at once. The same question always has the same answer.
/// </summary>
public sealed class ArticleMatcher
{
    private readonly ConcernCatalogue concerns;
    private readonly ConcernHints hints;
    private readonly Candidate[] candidates;

    /// <param name="concerns">What can be named.</param>
    /// <param name="articles">What can be chosen.</param>
    public ArticleMatcher(ConcernCatalogue concerns, ArticleCatalogue articles)
    {
        this.concerns = concerns;
        hints = new(concerns);
        candidates = [.. articles.All.Select(article => new Candidate(article, WeightsOf(article)))];
    }

    /// <summary>The articles that fit best, the best first; fewer than the limit only when all others are excluded.</summary>
    /// <param name="query">Who they are for.</param>
    /// <param name="limit">How many at most; at least 1.</param>
    /// <param name="among">Orders those that fit equally well, the highest first; null for the newest first.</param>
    public IReadOnlyList<ArticleMatch> Match(ArticleQuery query, int limit, Func<Article, double>? among = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);

        var wishes = WishesOf(query);
        var left = Unread(query, wishes);
        var matches = new List<ArticleMatch>(Math.Min(limit, left.Count));

        while (matches.Count < limit && left.Count > 0)
        {
            var newest = Best(left, wishes);
            var best = among is null ? newest : Best(left, wishes, among);
            matches.Add(new(best.Article, wishes.Score(best), best == newest ? Reason(best, wishes) : ArticlesText.WhyRanked.With(Reason(best, wishes))));
            wishes.Read(best);
            left.Remove(best);
        }

        return matches;
    }

    private Wishes WishesOf(ArticleQuery query)
    {
        var wishes = new Wishes(concerns.All.Count);
        wishes.FirstRead(concerns.PlaceOf(concerns.WhenNothingNamed));

        foreach (var place in query.MessageText is { } text ? hints.In(text) : [])
        {
            wishes.Hint(place);
        }

        foreach (var concern in query.Concerns)
        {
            wishes.Name(concerns.PlaceOf(concern));
        }

        return wishes;
    }

    private List<Candidate> Unread(ArticleQuery query, Wishes wishes)
    {
        var left = new List<Candidate>(candidates.Length);

        foreach (var candidate in candidates)
        {
            if (query.Exclude?.Contains(candidate.Article.Slug) != true)
            {
                left.Add(candidate);
                continue;
            }

            wishes.Read(candidate);
        }

        return left;
    }

    /// <summary>The first of the best: candidates are the newest first, which is how the newest wins a tie.</summary>
    private static Candidate Best(List<Candidate> left, Wishes wishes) => left.MaxBy(wishes.Score)!;

    private static Candidate Best(List<Candidate> left, Wishes wishes, Func<Article, double> among)
    {
        var score = left.Max(wishes.Score);
        return left.Where(candidate => wishes.Score(candidate) == score).MaxBy(candidate => among(candidate.Article))!;
    }

    private string Reason(Candidate candidate, Wishes wishes)
    {
        Concern[] named = [.. concerns.All.Where((_, place) => candidate.Weights[place] > 0 && wishes.IsNamed(place))];

        if (named is [.. var others, var last] && others.Length > 0)
        {
            return ArticlesText.WhyTogether.With(string.Join(", ", others.Select(concern => concern.InSentence)), last.InSentence);
        }

        if (named is [var only])
        {
            return candidate.Weights[concerns.PlaceOf(only.Id)] >= Candidate.AboutIt ? ArticlesText.WhyAbout.With(only.InSentence) : ArticlesText.WhyTouches.With(only.InSentence);
        }

        var hinted = concerns.All.Where((_, place) => candidate.Weights[place] > 0 && wishes.IsHinted(place)).FirstOrDefault();

        return hinted is not null ? ArticlesText.WhyHinted.With(hinted.InSentence)
            : wishes.Score(candidate) > 0 ? ArticlesText.WhyFirst
            : ArticlesText.WhyUnread;
    }

    private int[] WeightsOf(Article article) => [.. concerns.All.Select(concern => article.Weights.GetValueOrDefault(concern.Id))];
}
