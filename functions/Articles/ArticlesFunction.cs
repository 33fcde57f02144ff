using System.Diagnostics;
using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Articles;

/// <summary>GET /api/articles: what fits the concerns in the query.</summary>
[Open]
public sealed class ArticlesFunction(ArticlesHandler handler)
{
    [Function("GetArticles")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/articles")] HttpRequest request)
        => handler.Handle(new(request.Query["concern"], request.Query["exclude"], request.Query["limit"])) switch
        {
            ArticlesResult.Rejected rejected => Problems.Invalid(rejected.Errors),
            ArticlesResult.Chosen chosen => CacheableJson.Of(chosen.Articles, ArticlesJson.Default.IReadOnlyListArticleAnswer),
            _ => throw new UnreachableException(),
        };
}
