using System.Net;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Capture;

/// <summary>One post as a route received it.</summary>
/// <param name="Http">The request.</param>
/// <param name="Kind">What the route is for; null where the submission says it.</param>
/// <param name="Sender">Whose limits hold; null for the clinic's own systems, and where our proxies do not say who it is.</param>
public sealed record CaptureRequest(HttpRequest Http, LeadKind? Kind, IPAddress? Sender)
{
    /// <summary>A browser posts the page's form and wants a page; everybody else gets JSON.</summary>
    public bool WantsPage => Kind is not null && Http.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType == "text/html");

    /// <summary>The clinic's own systems hold a key: what they hand over is not doubted.</summary>
    public bool IsTrusted => Kind is null;

    /// <summary>
    /// Browsers say from where they navigate or fetch (W3C Fetch Metadata, 2.3), and no script of a page can say it for them. It is no
    /// proof: any other program can write the header, and few do.
    /// </summary>
    public bool IsBrowser => Http.Headers.ContainsKey("Sec-Fetch-Site");

    public string? IdempotencyKey => Http.Headers["Idempotency-Key"] is [{ Length: > 0 } key] ? key : null;
}
