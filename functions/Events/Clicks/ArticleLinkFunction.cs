using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Events;

/// <summary>GET and HEAD /r/{token}: the link to an article in a mail. It leads to addresses of the catalogue and nowhere else.</summary>
[Open]
public sealed class ArticleLinkFunction(ArticleLinkEndpoint endpoint)
{
    [Function("OpenArticleLink")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "r/{token}")] HttpRequest request,
        string token,
        FunctionContext context) =>
        endpoint.AnswerAsync(request, token, context.BindingContext.BindingData);
}
