using LeadFunctions.Articles;
using LeadFunctions.Leads;

namespace LeadFunctions.FollowUp;

/// <summary>Finds the article that a link in a mail means.</summary>
public sealed class ArticleLinkHandler(LeadLinks links, LeadKeys keys, ArticleCatalogue catalogue)
{
    private readonly Dictionary<ulong, Uri> addresses = catalogue.All.ToDictionary(article => keys.Article(article.Slug), article => article.Url);

    /// <returns>The article's address, or null when the token is not ours, has expired, or names an article that is gone.</returns>
    public Uri? Find(string token) => links.ReadArticle(token) is { } link ? addresses.GetValueOrDefault(link.Article) : null;
}
