using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.FollowUp;

/// <summary>GET /r/{token}: the link to an article in a mail. It leads to addresses of the catalogue and nowhere else.</summary>
public sealed class ArticleLinkFunction(ArticleLinkHandler handler)
{
    [Function("OpenArticleLink")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "r/{token}")] HttpRequest request, string token) =>
        handler.Find(token) is { } article ? TypedResults.Redirect(article.ToString()) : Problems.NotFound;
}
