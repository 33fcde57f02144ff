using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Local.Http;

/// <summary>
/// What proxies say about a request. Between the Functions host and its worker these headers are the host's own, and the worker uses
/// them up: a function does not find the client's among its request's headers, only in its binding data.
/// </summary>
internal static class ForwardedHeaders
{
    private static readonly string[] Names = ["X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Prefix"];

    /// <summary>Takes them out of the headers.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Withhold(IHeaderDictionary headers)
    {
        List<KeyValuePair<string, string>>? withheld = null;
        foreach (var name in Names)
        {
            if (headers.Remove(name, out var values))
            {
                (withheld ??= []).Add(new(name, values.ToString()));
            }
        }

        return withheld ?? (IReadOnlyList<KeyValuePair<string, string>>)[];
    }
}
