using System.Text;
using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace LeadFunctions.Privacy;

/// <summary>The fields of a small form, or of a small JSON object, as the pages of this folder send them.</summary>
internal static class PostedForm
{
    private const int LargestBody = 4 * 1024;

    /// <returns>The fields; null when the body is too large, too slow, or not a form.</returns>
    public static async Task<IReadOnlyDictionary<string, StringValues>?> ReadAsync(HttpRequest request, NetworkTime time, CancellationToken cancellationToken) =>
        await ReadTextAsync(request, time, cancellationToken) is { } text ? QueryHelpers.ParseQuery(text) : null;

    /// <returns>The body; null when it is too large, too slow or cut off.</returns>
    public static async Task<string?> ReadTextAsync(HttpRequest request, NetworkTime time, CancellationToken cancellationToken) =>
        await request.ReadBodyAsync(LargestBody, time, cancellationToken) is BodyOutcome.Read read ? Encoding.UTF8.GetString(read.Bytes) : null;
}
