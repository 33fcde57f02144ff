using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Http;

/// <summary>How a request was made.</summary>
public static class RequestManner
{
    /// <summary>Whether it only reads (RFC 9110, 9.2.1).</summary>
    public static bool IsSafe(this HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);

    /// <summary>Whether a browser opens a page with it, and so wants to be answered with one.</summary>
    public static bool IsForPage(this HttpRequest request) => request.Headers["Sec-Fetch-Mode"].ToString() switch
    {
        "" => request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase),
        var mode => mode == "navigate",
    };

    /// <summary>Whether somebody did something, and not a page by itself: they opened a page, or sent something.</summary>
    public static bool IsByPerson(this HttpRequest request) => !request.IsSafe() || request.IsForPage();
}
