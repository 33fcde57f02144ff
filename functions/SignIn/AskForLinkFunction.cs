using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.SignIn;

/// <summary>POST /staff/sign-in: asks for a link. Answers the same whoever's address it is.</summary>
[Open(FromOwnPagesOnly = true)]
public sealed class AskForLinkFunction(SignInEndpoint endpoint)
{
    [Function("AskForSignInLink")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "staff/sign-in")] HttpRequest request,
        FunctionContext context,
        CancellationToken cancellationToken) =>
        endpoint.AskAsync(request, context.BindingContext.BindingData, cancellationToken);
}
