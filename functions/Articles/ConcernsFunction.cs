using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Articles;

/// <summary>GET /api/concerns: what a form can offer, in the order in which it is shown.</summary>
[Open]
public sealed class ConcernsFunction(ConcernCatalogue concerns)
{
    [Function("GetConcerns")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/concerns")] HttpRequest request)
        => CacheableJson.Of(
            [.. concerns.All.Select(concern => new ConcernAnswer(concern.Id, concern.Label.ToString(), concern.Kind))],
            ArticlesJson.Default.IReadOnlyListConcernAnswer);
}
