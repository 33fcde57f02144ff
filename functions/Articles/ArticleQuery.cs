namespace LeadFunctions.Articles;

/// <summary>Who articles are wanted for.</summary>
/// <param name="Concerns">The ids of what they named; ids that are not, or no longer, in the catalogue mean nothing.</param>
/// <param name="MessageText">What they wrote, as a weak hint.</param>
/// <param name="Exclude">The slugs of what they have read: the article they came from, and those they were sent.</param>
public sealed record ArticleQuery(
    IReadOnlyCollection<string> Concerns,
    string? MessageText = null,
    IReadOnlyCollection<string>? Exclude = null)
{
    /// <summary>Says nothing: what is asked here is somebody's health, and records have a way into logs.</summary>
    public override string ToString() => nameof(ArticleQuery);
}

/// <summary>An article for somebody.</summary>
/// <param name="Article">The article.</param>
/// <param name="Score">Higher fits better; means nothing outside of one answer.</param>
/// <param name="Why">Why it was chosen: "covers depression and chronic pain together".</param>
public sealed record ArticleMatch(Article Article, int Score, string Why);
