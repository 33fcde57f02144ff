using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Privacy;

/// <summary>POST /api/privacy: somebody asks for the link to what is held under an address.</summary>
[Open]
public sealed class AskFunction(AskEndpoint endpoint)
{
    [Function("PrivacyAsk")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/privacy")] HttpRequest request,
        FunctionContext context,
        CancellationToken cancellationToken) =>
        endpoint.AnswerAsync(request, context.BindingContext.BindingData, cancellationToken);
}
