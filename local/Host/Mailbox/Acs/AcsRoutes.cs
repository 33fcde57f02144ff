using System.Text.Json;
using LeadFunctions.Local.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace LeadFunctions.Local.Mailbox;

/// <summary>
/// The far end of Azure Communication Services: <c>POST /local/acs/emails:send</c> answers as its API does, or as badly as the mode asks for.
/// <c>GET /local/acs/emails/operations/{id}</c> tells the truth in every mode: what was taken, and what was never heard of.
/// </summary>
internal sealed class AcsRoutes(Mailbox mailbox, TimeProvider clock) : ILocalRoutes
{
    private const int MostBytes = 10 * 1024 * 1024;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.Map("POST", "/local/acs/emails:send", context => mailbox.Mode.AnswerAsync(
            context,
            take: () => TakeAsync(context),
            refuse: status => Error(status, "MailboxMode", "The mailbox was asked to answer so.")));
        routes.Map("GET", "/local/acs/emails/operations/{id}", Tell);
    }

    private async Task<IResult> TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var bytes = body.GetBuffer().AsMemory(0, (int)body.Length);
        if (FaultIn(context.Request, bytes.Span) is { } fault)
        {
            return fault;
        }

        if (bytes.Length > MostBytes)
        {
            return Error(StatusCodes.Status413PayloadTooLarge, "RequestTooLarge", "The mail is larger than 10 MB.");
        }

        if (Read(bytes.Span) is not { } request)
        {
            return Error(StatusCodes.Status400BadRequest, "BadRequest", "The body is not a mail.");
        }

        if (request.Fault is { } code)
        {
            return Error(StatusCodes.Status400BadRequest, code, "The mail cannot be sent as it is.");
        }

        // The caller's own name is adopted; without one the service makes one.
        var id = Guid.TryParse(context.Request.Headers["Operation-Id"], out var given) ? given : Guid.CreateVersion7();
        mailbox.Add([request.ToMessage(id.ToString(), clock.GetUtcNow())]);
        context.Response.Headers["Operation-Location"] = $"{context.Request.Scheme}://{context.Request.Host}/local/acs/emails/operations/{id}{context.Request.QueryString}";
        context.Response.Headers.RetryAfter = "3";
        return TypedResults.Json(new(id.ToString(), "Running", Error: null), AcsJson.Default.AcsSendResult, statusCode: StatusCodes.Status202Accepted);
    }

    private static JsonHttpResult<AcsSendResult> Succeeded(string id) => TypedResults.Json(new(id, "Succeeded", Error: null), AcsJson.Default.AcsSendResult);

    private IResult Tell(HttpContext context)
    {
        var id = (string)context.Request.RouteValues["id"]!;
        return FaultIn(context.Request, []) is { } fault ? fault
            : mailbox.HasTaken(id) ? Succeeded(id)
            : Error(StatusCodes.Status404NotFound, "NotFound", "Requested message could not be located.");
    }

    private static JsonHttpResult<AcsError>? FaultIn(HttpRequest request, ReadOnlySpan<byte> body) =>
        !AcsSignature.IsSigned(request, body) ? Error(StatusCodes.Status401Unauthorized, "Denied", "Denied by the resource provider.")
        : string.IsNullOrEmpty(request.Query["api-version"]) ? Error(StatusCodes.Status400BadRequest, "MissingApiVersion", "api-version is missing.")
        : null;

    private static AcsSendRequest? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, AcsJson.Default.AcsSendRequest);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonHttpResult<AcsError> Error(int status, string code, string message) =>
        TypedResults.Json(new AcsError(code, message), AcsJson.Default.AcsError, statusCode: status);
}
