using System.Text;
using LeadFunctions.Languages;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Http;

/// <summary>A page, with headers under which a browser runs no script, loads nothing, shows it in no frame, and keeps no copy.</summary>
/// <param name="html">The page.</param>
/// <param name="status">The HTTP status code.</param>
/// <param name="styleSource">The only style that is allowed.</param>
/// <param name="language">What the page speaks.</param>
/// <param name="scriptHost">The only host whose script and frame are allowed; null for none.</param>
/// <param name="ownScript">The only script in the page that is allowed, which may ask us for more; null for none.</param>
public sealed class PageResult(string html, int status, string styleSource, Language language, string? scriptHost = null, string? ownScript = null) : IResult
{
    /// <summary>The HTTP status code.</summary>
    public int Status => status;

    /// <summary>The page.</summary>
    public string Html => html;

    private string Scripts =>
        ownScript is not null ? $"script-src {ownScript}; connect-src 'self'; "
        : scriptHost is not null ? $"script-src {scriptHost}; frame-src {scriptHost}; "
        : "";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var body = Encoding.UTF8.GetBytes(html);
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = body.Length;
        response.Headers.ContentLanguage = language.Code;
        response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src {styleSource}; {Scripts}form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.XFrameOptions = "DENY";
        response.Headers["Referrer-Policy"] = "same-origin";
        response.Headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        response.Headers.CacheControl = "no-store";
        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }
}
