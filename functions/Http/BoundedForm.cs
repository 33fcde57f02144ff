using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LeadFunctions.Http;

/// <summary>Reads a form of one of our own pages, urlencoded or multipart, within limits.</summary>
public static class BoundedForm
{
    private const int LargestBody = 64 * 1024;

    private static readonly FormOptions Limits = new() { ValueCountLimit = 256, KeyLengthLimit = 256, MultipartBoundaryLengthLimit = 128 };

    /// <summary>Whether the request says that it carries a form.</summary>
    public static bool HasForm(this HttpRequest request) => request.HasFormContentType;

    /// <summary>Reads the form; afterwards <see cref="HttpRequest.Form"/> is it.</summary>
    /// <returns>Null when there is no form, or none that arrives whole, in time and within 64 KiB.</returns>
    public static async Task<IFormCollection?> ReadFormAsync(this HttpRequest request, NetworkTime time, CancellationToken cancellationToken)
    {
        if (!request.HasForm() || await request.ReadBodyAsync(LargestBody, time, cancellationToken) is not BodyOutcome.Read body)
        {
            return null;
        }

        request.Body = new MemoryStream(body.Bytes, writable: false);
        try
        {
            var feature = new FormFeature(request, Limits);
            var form = await feature.ReadFormAsync(cancellationToken);
            request.HttpContext.Features.Set<IFormFeature>(feature);
            return form;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or NotSupportedException)
        {
            return null;
        }
    }
}
