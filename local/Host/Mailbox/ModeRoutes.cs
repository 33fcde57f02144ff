using System.Text.Json;
using LeadFunctions.Local.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace LeadFunctions.Local.Mailbox;

/// <summary>
/// <c>GET|POST /local/mail/mode</c>: how the provider behaves. A POST says all of it: what is left out is as with a provider that works.
/// </summary>
internal sealed class ModeRoutes(Mailbox mailbox) : ILocalRoutes
{
    private const int LongestDelay = 600_000;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.Map("GET", "/local/mail/mode", Show);
        routes.Map("POST", "/local/mail/mode", SetAsync);
    }

    private JsonHttpResult<MailboxMode> Show(HttpContext context) => TypedResults.Json(mailbox.Mode, MailboxJson.Default.MailboxMode);

    private async Task<IResult> SetAsync(HttpContext context)
    {
        var errors = new Dictionary<string, string[]>();

        if (await ReadAsync(context.Request) is not { } body)
        {
            errors["body"] = ["Should be a JSON object such as { \"status\": 429, \"delayMs\": 0, \"lose\": false }."];
            return TypedResults.ValidationProblem(errors);
        }

        var mode = MailboxMode.Working;

        foreach (var field in body.EnumerateObject())
        {
            mode = Apply(mode, field, errors);
        }

        if (errors.Count > 0)
        {
            return TypedResults.ValidationProblem(errors);
        }

        mailbox.Mode = mode;
        return Show(context);
    }

    private static MailboxMode Apply(MailboxMode mode, JsonProperty field, Dictionary<string, string[]> errors)
    {
        switch (field)
        {
            case { Name: "status" } when TryGetNumber(field.Value, out var status) && status is >= 200 and <= 599:
                return mode with { Status = status };
            case { Name: "delayMs" } when TryGetNumber(field.Value, out var delay) && delay is >= 0 and <= LongestDelay:
                return mode with { DelayMs = delay };
            case { Name: "lose", Value.ValueKind: JsonValueKind.True or JsonValueKind.False }:
                return mode with { Lose = field.Value.GetBoolean() };
        }

        errors[field.Name] = [field.Name switch
        {
            "status" => "Should be an HTTP status from 200 to 599; 202 takes mails.",
            "delayMs" => $"Should be a number of milliseconds from 0 to {LongestDelay}.",
            "lose" => "Should be true or false.",
            _ => "Is not known; there are status, delayMs and lose.",
        }];
        return mode;
    }

    private static bool TryGetNumber(JsonElement value, out int number)
    {
        number = 0;
        return value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out number);
    }

    private static async Task<JsonElement?> ReadAsync(HttpRequest request)
    {
        try
        {
            var body = request.HasJsonContentType()
                ? await request.ReadFromJsonAsync<JsonElement>(request.HttpContext.RequestAborted)
                : default;

            return body.ValueKind is JsonValueKind.Object ? body : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
