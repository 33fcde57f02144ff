using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LeadFunctions.Local.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LeadFunctions.Local.Mailbox;

/// <summary>
/// <c>POST /local/mail/{id}/events</c> with a list of event names posts the events to the app's webhook in one batch, as the provider does that
/// took the mail, and answers with the app's status.
/// </summary>
internal sealed class EventRoute(Mailbox mailbox, MailboxOptions options, Lazy<WebhookKey> key, TimeProvider clock) : ILocalRoutes, IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }, disposeHandler: true);

    public void Map(IEndpointRouteBuilder routes) => routes.Map("POST", "/local/mail/{id}/events", PostAsync);

    public void Dispose() => http.Dispose();

    private async Task<IResult> PostAsync(HttpContext context)
    {
        if (mailbox.Find((string)context.Request.RouteValues["id"]!) is not { } message)
        {
            return TypedResults.Problem("There is no such mail.", statusCode: StatusCodes.Status404NotFound);
        }

        var isAcs = AcsEvent.IsFor(message);
        var known = isAcs ? AcsEvent.Names : ProviderEvent.Names;
        if (await ReadNamesAsync(context.Request, known) is not { } names)
        {
            return TypedResults.ValidationProblem(new Dictionary<string, string[]>
            {
                ["events"] = [$"Should be a JSON list of at least one of: {string.Join(", ", known)}."],
            });
        }

        var at = clock.GetUtcNow();
        var events = names.SelectMany(name => isAcs ? AcsEvent.Of(name, message, at) : ProviderEvent.Of(name, message, at)).ToList();

        using var request = isAcs ? Grid(events, AddressFor(context)) : Sign(events, at, AddressFor(context));

        try
        {
            using var answer = await http.SendAsync(request, context.RequestAborted);
            var status = (int)answer.StatusCode;
            return TypedResults.Json(new JsonObject { ["status"] = status, ["events"] = events.Count }, statusCode: status);
        }
        catch (HttpRequestException)
        {
            return TypedResults.Problem("The app's webhook cannot be reached.", statusCode: StatusCodes.Status502BadGateway);
        }
    }

    private static async Task<IReadOnlyList<string>?> ReadNamesAsync(HttpRequest request, IReadOnlyCollection<string> known)
    {
        try
        {
            return request.HasJsonContentType()
                && await request.ReadFromJsonAsync<string[]>(request.HttpContext.RequestAborted) is { Length: > 0 } names
                && names.All(name => name is not null && known.Contains(name)) ? names : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static HttpRequestMessage Grid(IEnumerable<JsonObject> events, Uri webhook) => new(HttpMethod.Post, $"{webhook}/acs?secret={AcsEvent.Secret}")
    {
        Content = new StringContent(new JsonArray([.. events]).ToJsonString(), Encoding.UTF8, "application/json"),
        Headers = { { "aeg-event-type", "Notification" } },
    };

    private HttpRequestMessage Sign(IEnumerable<JsonObject> events, DateTimeOffset at, Uri address)
    {
        // SendGrid ends lines, and the body itself, in CR LF, and signs those too: a receiver that trims the body must fail here as well.
        var body = Encoding.UTF8.GetBytes($"[{string.Join(",\r\n", events.Select(happened => happened.ToJsonString()))}]\r\n");
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

        return new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } },
            Headers =
            {
                { "X-Twilio-Email-Event-Webhook-Timestamp", timestamp },
                { "X-Twilio-Email-Event-Webhook-Signature", key.Value.Sign(timestamp, body) },
            },
        };
    }

    // The port that we were asked at, and not the Host header, which anybody can write.
    private Uri AddressFor(HttpContext context) =>
        options.WebhookAddress ?? new Uri($"http://127.0.0.1:{context.Connection.LocalPort}/api/email-events");
}
