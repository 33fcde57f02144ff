namespace LeadFunctions.Articles;

/// <summary>An article as it is offered to somebody outside.</summary>
/// <param name="Slug">Its name in the catalogue.</param>
/// <param name="Title">Its title.</param>
/// <param name="Summary">One or two sentences.</param>
/// <param name="Url">Where it can be read.</param>
/// <param name="Minutes">About how long that takes.</param>
public sealed record ArticleTeaser(string Slug, string Title, string Summary, string Url, int Minutes)
{
    public static ArticleTeaser Of(Article article) => new(article.Slug, article.Headline, article.Summary.ToString(), article.Url.AbsoluteUri, article.Minutes);
}
