using LeadFunctions.Clinic;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Articles;

public static class ArticlesFeature
{
    /// <summary>Adds <see cref="ConcernCatalogue"/>, <see cref="ArticleCatalogue"/> and <see cref="ArticleMatcher"/>, and the functions that show them. Needs the clinic.</summary>
    public static IServiceCollection AddArticles(this IServiceCollection services)
        => services
            .AddContent(ConcernReader.Read)
            .AddContent(ArticleReader.Read)
            .AddSingleton<ArticleMatcher>()
            .AddSingleton<ArticlesHandler>();
}
