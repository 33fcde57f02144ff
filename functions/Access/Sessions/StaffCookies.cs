using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Access;

/// <summary>
/// Cookies that only this host gets and no script sees (RFC 6265bis, 4.1.3). Lax, since staff come to our pages by links in their mail;
/// what changes something is guarded by more than the cookie. On a laptop without https they go without Secure, and so without the prefix.
/// </summary>
public sealed class StaffCookies(IOptions<LeadsOptions> options)
{
    private readonly bool isSecure = options.Value.PublicBaseUrl.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    public string NameOf(string cookie) => isSecure ? $"__Host-{cookie}" : cookie;

    public string? Read(HttpRequest request, string cookie) => request.Cookies[NameOf(cookie)];

    /// <param name="response">The answer.</param>
    /// <param name="cookie">Its name without a prefix.</param>
    /// <param name="value">Its text.</param>
    /// <param name="lifetime">How long the browser keeps it; null until it is closed.</param>
    public void Write(HttpResponse response, string cookie, string value, TimeSpan? lifetime = null) =>
        response.Cookies.Append(NameOf(cookie), value, Options(lifetime));

    public void Delete(HttpResponse response, string cookie) => response.Cookies.Delete(NameOf(cookie), Options(lifetime: null));

    private CookieOptions Options(TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        Secure = isSecure,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        MaxAge = lifetime,
        IsEssential = true,
    };
}
