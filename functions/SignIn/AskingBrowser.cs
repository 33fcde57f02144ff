using System.Security.Cryptography;
using LeadFunctions.Access;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.SignIn;

/// <summary>Knows the browser in which a link was asked for: by a cookie with a random value, whose hash is in the link.</summary>
public sealed class AskingBrowser(StaffCookies cookies)
{
    private const string Cookie = "staff-sign-in";
    private const int Digits = 32;

    /// <returns>What the browser knows; null when none of ours asked there.</returns>
    public string? Read(HttpRequest request) =>
        cookies.Read(request, Cookie) is { Length: Digits } value && value.All(char.IsAsciiHexDigitLower) ? value : null;

    /// <summary>Lets the browser know, as long as a link that is asked for now is good. A link asked for before stays good, too.</summary>
    public string Mark(HttpContext http)
    {
        var value = Read(http.Request) ?? RandomNumberGenerator.GetHexString(Digits, lowercase: true);
        cookies.Write(http.Response, Cookie, value, SignInLinks.Lifetime);
        return value;
    }

    public void Forget(HttpResponse response) => cookies.Delete(response, Cookie);
}
