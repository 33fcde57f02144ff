using System.Text.Json;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.LeadsApi;

/// <summary>Leads with all that is known of them, one JSON document on each line (github.com/ndjson/ndjson-spec), written as they come.</summary>
internal sealed class NdjsonResult(IAsyncEnumerable<LeadFileJson> files) : IResult
{
    public const string MediaType = "application/x-ndjson";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = MediaType;
        response.Headers.ContentDisposition = "attachment; filename=\"leads.ndjson\"";
        try
        {
            await foreach (var file in files.WithCancellation(httpContext.RequestAborted))
            {
                await response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(file, LeadsJson.Default.LeadFileJson), httpContext.RequestAborted);
                await response.Body.WriteAsync("\n"u8.ToArray(), httpContext.RequestAborted);
            }
        }
        catch (LeadStoreUnavailableException)
        {
            // The answer has begun: what ends here must not look like the end of the list.
            httpContext.Abort();
        }
    }
}
