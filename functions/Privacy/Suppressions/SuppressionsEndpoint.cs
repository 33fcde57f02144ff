using System.Text;
using LeadFunctions.Http;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Privacy;

/// <summary>The list of suppressions over HTTP, for the clinic's own systems.</summary>
public sealed class SuppressionsEndpoint(SuppressionListHandler handler, NetworkTime time)
{
    private const int LargestBody = 1 << 20;

    public async Task<IResult> ExportAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var csv = await handler.ExportAsync(cancellationToken);
            request.HttpContext.Response.Headers.ContentDisposition = "attachment; filename=\"suppressions.csv\"";
            return TypedResults.Text(csv, "text/csv", Encoding.UTF8);
        }
        catch (LeadStoreUnavailableException)
        {
            return Away();
        }
    }

    public async Task<IResult> ImportAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (await request.ReadBodyAsync(LargestBody, time, cancellationToken) is not BodyOutcome.Read read)
        {
            return Problems.Of(StatusCodes.Status413PayloadTooLarge, "The list should arrive whole, and be at most 1 MiB.");
        }

        try
        {
            return await handler.ImportAsync(Encoding.UTF8.GetString(read.Bytes)) is { } answer
                ? TypedResults.Json(answer, PrivacyJson.Default.SuppressionImportAnswer)
                : Problems.Of(StatusCodes.Status400BadRequest, "The first line should name the columns, with email or contact among them.");
        }
        catch (LeadStoreUnavailableException)
        {
            return Away();
        }
    }

    private static IResult Away() => Problems.Of(StatusCodes.Status503ServiceUnavailable, "Storage is away; the same list can be sent again.");
}
