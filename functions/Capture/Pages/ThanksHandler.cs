using LeadFunctions.Articles;
using LeadFunctions.Leads;

namespace LeadFunctions.Capture;

/// <summary>Reads the link of the page that says thanks.</summary>
public sealed class ThanksHandler(LeadLinks links, LeadKeys keys, ArticleCatalogue catalogue)
{
    private readonly Dictionary<ulong, Article> articles = catalogue.All.ToDictionary(article => keys.Article(article.Slug));

    /// <returns>Null when the token is not ours or too old. Articles that are gone since are left out.</returns>
    public Thanks? Find(string token) => links.ReadThanks(token) is { } read
        ? new(read.Lead, read.Kind, read.IsUrgent, read.SentAt, [.. read.Articles.Select(key => articles.GetValueOrDefault(key)).OfType<Article>()])
        {
            CallAt = read.CallAt,
            Token = token,
        }
        : null;
}
