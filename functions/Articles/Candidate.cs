namespace LeadFunctions.Articles;

/// <summary>An article that can be chosen.</summary>
/// <param name="Article">The article.</param>
/// <param name="Weights">Its weights by the place of the concern in the catalogue; 0 where it says nothing about it.</param>
internal sealed record Candidate(Article Article, int[] Weights)
{
    /// <summary>From this weight on, an article is about a concern; below, it only touches on it.</summary>
    public const int AboutIt = 3;
}
