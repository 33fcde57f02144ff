using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Http;

/// <summary>
/// Lets pages of the listed websites read our answers, by the CORS protocol (Fetch Standard, 3.2), without credentials. The platform's
/// own list stays empty: where it is filled, Azure answers in our place.
/// </summary>
public sealed class CrossOrigin(IOptions<CorsOptions> options)
{
    // Every other route is for pages of our own, for links, or for machines.
    private static readonly Dictionary<string, string> Shared = new(StringComparer.OrdinalIgnoreCase)
    {
        ["/api/appointments"] = HttpMethods.Post,
        ["/api/calls"] = HttpMethods.Post,
        ["/api/articles"] = HttpMethods.Get,
        ["/api/concerns"] = HttpMethods.Get,
        ["/widget/appointment"] = HttpMethods.Get,
        ["/widget/call"] = HttpMethods.Get,
    };

    private readonly HashSet<string> origins = new(options.Value.Origins, StringComparer.Ordinal);

    /// <summary>Says on the answer whether the page that asked may read it; says nothing on routes that no other website needs.</summary>
    public void Share(HttpContext http)
    {
        if (!Shared.ContainsKey(http.Request.Path))
        {
            return;
        }

        // Whoever keeps answers keeps one for each origin.
        http.Response.Headers.Append("Vary", "Origin");
        if (IsAllowed(http.Request))
        {
            http.Response.Headers.AccessControlAllowOrigin = http.Request.Headers.Origin;
            http.Response.Headers.AccessControlExposeHeaders = "Retry-After";
        }
    }

    /// <summary>204: what a page may send to a route; 404 where there is nothing to share. For a website that is not listed it is silent.</summary>
    public IResult Preflight(HttpRequest request)
    {
        if (!Shared.TryGetValue(request.Path, out var method))
        {
            return Problems.NotFound;
        }

        if (IsAllowed(request))
        {
            var headers = request.HttpContext.Response.Headers;
            headers.AccessControlAllowMethods = method;
            headers.AccessControlAllowHeaders = "content-type, idempotency-key, if-none-match";
            headers.AccessControlMaxAge = "7200";
        }

        return TypedResults.NoContent();
    }

    private bool IsAllowed(HttpRequest request) => request.Headers.Origin is [{ } origin] && origins.Contains(origin);
}
