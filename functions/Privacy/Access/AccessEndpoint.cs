using LeadFunctions.Http;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Privacy;

/// <summary>What the buttons of the page do. Erasing asks once more: the first press changes nothing.</summary>
public sealed class AccessEndpoint(AccessHandler handler, PrivacyPages pages, PrivacyExport export, NetworkTime time)
{
    public async Task<IResult> ActAsync(HttpRequest request, string token, CancellationToken cancellationToken)
    {
        var fields = await PostedForm.ReadAsync(request, time, cancellationToken);
        return fields?.GetValueOrDefault("action").ToString() switch
        {
            "erase" => await AskToEraseAsync(token),
            "erase-everything" => await pages.AnswerAsync(token, await handler.EraseAsync(token)),
            "revoke" when Enum.TryParse<ConsentChannel>(fields.GetValueOrDefault("channel").ToString(), ignoreCase: true, out var channel) =>
                await pages.AnswerAsync(token, await handler.RevokeAsync(token, channel)),
            _ => await pages.AnswerAsync(token, await handler.FindAsync(token)),
        };
    }

    public async Task<IResult> ExportAsync(HttpRequest request, string token)
    {
        var result = await handler.FindAsync(token);
        if (result is not AccessResult.Shown shown)
        {
            return await pages.AnswerAsync(token, result);
        }

        request.HttpContext.Response.Headers.ContentDisposition = "attachment; filename=\"my-data.json\"";
        return TypedResults.Json(export.Of(shown), PrivacyJson.Default.HeldAnswer);
    }

    private async Task<IResult> AskToEraseAsync(string token) => await handler.FindAsync(token) switch
    {
        AccessResult.Shown => await pages.AskToEraseAsync(token),
        var other => await pages.AnswerAsync(token, other),
    };
}
