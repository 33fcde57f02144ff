using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Http;

/// <summary>
/// What every answer says to browsers and caches, unless it says something else itself: keep no copy, guess no type, show it in no frame,
/// tell no other site where the visitor came from; and, where we are reached by https, never come without it again (RFC 6797).
/// </summary>
public static class SecurityHeaders
{
    private const string NothingButItself = "default-src 'none'; frame-ancestors 'none'";
    private const string AYear = "max-age=31536000; includeSubDomains";

    /// <param name="http">The request; its answer is completed when it starts.</param>
    /// <param name="isReachedByHttps">Whether visitors reach us by https, whatever the last proxy speaks to us.</param>
    public static void Complete(HttpContext http, bool isReachedByHttps)
    {
        var isSecure = isReachedByHttps || http.Request.IsHttps;
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.TryAdd("X-Content-Type-Options", "nosniff");
            headers.TryAdd("Content-Security-Policy", NothingButItself);
            headers.TryAdd("Referrer-Policy", "same-origin");
            headers.TryAdd("Cache-Control", "no-store");
            if (isSecure)
            {
                headers.TryAdd("Strict-Transport-Security", AYear);
            }

            return Task.CompletedTask;
        });
    }
}
