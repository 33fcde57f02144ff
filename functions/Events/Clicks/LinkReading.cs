using LeadFunctions.Articles;
using LeadFunctions.Leads;

namespace LeadFunctions.Events;

/// <summary>Reads the tokens of the article links in our mails, and knows where they lead.</summary>
public sealed class LinkReading(LeadLinks links, LeadKeys keys, ArticleCatalogue catalogue)
{
    private readonly Dictionary<ulong, Uri> addresses = catalogue.All.ToDictionary(article => keys.Article(article.Slug), article => article.Url);

    /// <returns>Null when the token is not ours or too old.</returns>
    public MailLink? Read(string token) => links.ReadArticle(token);

    /// <returns>The address of the link's article, or null when the article is gone.</returns>
    public Uri? AddressOf(MailLink link) => addresses.GetValueOrDefault(link.Article);
}
