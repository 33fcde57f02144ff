using System.Diagnostics;
using System.Text.Json;
using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Privacy;

/// <summary>Reads who asks for their link, from a form or from JSON, and answers the same whoever it is.</summary>
public sealed class AskEndpoint(AskHandler handler, AskLimits limits, PrivacyPages pages, NetworkTime time)
{
    private const int AnHour = 3600;

    public async Task<IResult> AnswerAsync(HttpRequest request, IReadOnlyDictionary<string, object?> bindingData, CancellationToken cancellationToken)
    {
        var isForm = request.HasFormContentType;
        if (limits.IsTooMany(request, bindingData))
        {
            request.HttpContext.Response.Headers.RetryAfter = AnHour.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return isForm ? await pages.TooManyAsync() : Problems.Of(StatusCodes.Status429TooManyRequests, PrivacyText.TooMany);
        }

        var address = isForm ? await ReadFormAsync(request, cancellationToken) : await ReadJsonAsync(request, cancellationToken);
        if (address is null)
        {
            return Problems.Of(StatusCodes.Status400BadRequest, PrivacyText.AskUnreadable);
        }

        return await handler.HandleAsync(address) switch
        {
            AskResult.Asked => isForm ? await pages.AskedAsync() : TypedResults.StatusCode(StatusCodes.Status202Accepted),
            AskResult.Invalid => isForm
                ? await pages.AskAsync(address, PrivacyText.AskInvalid)
                : Problems.Invalid(new Dictionary<string, string[]> { ["email"] = [PrivacyText.AskInvalid] }),
            AskResult.Unavailable => isForm ? await pages.UnavailableAsync() : Problems.Of(StatusCodes.Status503ServiceUnavailable, PrivacyText.UnavailableHeading),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<string?> ReadFormAsync(HttpRequest request, CancellationToken cancellationToken) =>
        (await PostedForm.ReadAsync(request, time, cancellationToken))?.GetValueOrDefault("email").ToString();

    private async Task<string?> ReadJsonAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await PostedForm.ReadTextAsync(request, time, cancellationToken) is { } text
                ? JsonSerializer.Deserialize(text, PrivacyJson.Default.AskRequest)?.Email ?? ""
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
