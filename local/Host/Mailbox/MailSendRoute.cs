using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using LeadFunctions.Local.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace LeadFunctions.Local.Mailbox;

/// <summary>
/// The provider's far end: <c>POST /local/sendgrid/v3/mail/send</c> answers as SendGrid's API does, or as badly as the mode asks for.
/// </summary>
internal sealed class MailSendRoute(Mailbox mailbox, TimeProvider clock) : ILocalRoutes
{
    private const int MessageIdBytes = 16;

    public void Map(IEndpointRouteBuilder routes) => routes.Map("POST", "/local/sendgrid/v3/mail/send", SendAsync);

    private Task<IResult> SendAsync(HttpContext context) => mailbox.Mode.AnswerAsync(
        context,
        take: () => TakeAsync(context, context.RequestAborted),
        refuse: status => Errors(status, "The mailbox was asked to answer so."));

    private async Task<IResult> TakeAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (!AuthenticationHeaderValue.TryParse(context.Request.Headers.Authorization, out var authorization)
            || authorization is not { Scheme: "Bearer", Parameter.Length: > 0 })
        {
            return Errors(StatusCodes.Status401Unauthorized, "The provided authorization grant is invalid, expired, or revoked");
        }

        if (!context.Request.HasJsonContentType())
        {
            return Errors(StatusCodes.Status415UnsupportedMediaType, "Content-Type should be application/json.");
        }

        if (await ReadAsync(context.Request, cancellationToken) is not { IsWhole: true } request)
        {
            return Errors(StatusCodes.Status400BadRequest, "Bad Request");
        }

        if (MailSendFaults.In(request).ToList() is { Count: > 0 } faults)
        {
            return Errors(StatusCodes.Status400BadRequest, new ProviderErrors(faults));
        }

        var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(MessageIdBytes));
        mailbox.Add(request.ToMessages(id, clock.GetUtcNow()));
        context.Response.Headers["X-Message-Id"] = id;

        return TypedResults.StatusCode(StatusCodes.Status202Accepted);
    }

    private static async Task<MailSendRequest?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(request.BodyReader, ProviderJson.Default.MailSendRequest, cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonHttpResult<ProviderErrors> Errors(int status, string message) => Errors(status, new ProviderErrors(message));

    private static JsonHttpResult<ProviderErrors> Errors(int status, ProviderErrors errors) =>
        TypedResults.Json(errors, ProviderJson.Default.ProviderErrors, statusCode: status);
}
