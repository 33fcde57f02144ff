using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Encryption;

/// <summary>
/// POST /api/ops/encryption/rotate: puts everything in storage under the first key of the settings, and says what still needs an older one. With
/// <c>?cursor=</c> and the <c>next</c> of the answer it goes on.
/// </summary>
[Keyed]
public sealed class RotateFunction(RotateHandler handler)
{
    [Function("RotateEncryption")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/ops/encryption/rotate")] HttpRequest request,
        CancellationToken cancellationToken) => await handler.HandleAsync(request.Query["cursor"], cancellationToken) switch
        {
            RotateResult.Done done => TypedResults.Json(done.Answer, EncryptionJson.Default.RotateAnswer),
            RotateResult.NoCursor => Problems.NoCursor,
            RotateResult.Off => Problems.Of(StatusCodes.Status409Conflict, EncryptionText.Off),
            _ => Problems.Of(StatusCodes.Status503ServiceUnavailable, EncryptionText.Away),
        };
}
