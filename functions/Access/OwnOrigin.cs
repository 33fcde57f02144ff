using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Access;

/// <summary>Tells what our own pages post from what other websites make a browser post (Fetch Metadata, and RFC 6454).</summary>
public sealed class OwnOrigin(IOptions<LeadsOptions> options)
{
    private readonly string origin = new Uri(options.Value.PublicBaseUrl).GetLeftPart(UriPartial.Authority);

    /// <summary>
    /// What the browser says of where the request comes from decides; a browser that does not say it names the origin. Whoever says
    /// neither is no browser that could be misled.
    /// </summary>
    public bool IsOf(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var from = request.Headers.Origin.ToString();
        return (site.Length == 0 || site is "same-origin" or "none") && (from.Length == 0 || IsOurs(from, request, site));
    }

    // Behind a proxy the request's own scheme may differ; its host is what the browser asked for. Where the browser has said already that
    // the origin is the same, a privacy setting may still make it hide which one that is.
    private bool IsOurs(string from, HttpRequest request, string site) =>
        from == origin
        || (Uri.TryCreate(from, UriKind.Absolute, out var sender) && sender.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase))
        || (from == "null" && site == "same-origin");
}
