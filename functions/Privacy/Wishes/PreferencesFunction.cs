using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Privacy;

/// <summary>POST /preferences/{token}: keeps what a person chooses, or lets mail come again.</summary>
[Open]
public sealed class PreferencesFunction(PreferencesEndpoint endpoint)
{
    [Function("Preferences")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "preferences/{token}")] HttpRequest request,
        string token,
        CancellationToken cancellationToken) =>
        endpoint.AnswerAsync(request, token, cancellationToken);
}
