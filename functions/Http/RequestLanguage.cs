using LeadFunctions.Languages;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace LeadFunctions.Http;

/// <summary>Which language a request asks for.</summary>
public static class RequestLanguage
{
    /// <summary>The parameter of an address that wins over what the browser prefers.</summary>
    public const string Parameter = "lang";

    /// <summary>That of <c>?lang=</c>, else the one of ours that the browser likes best (RFC 9110, 12.5.4), else English.</summary>
    public static Language Of(HttpRequest request) => Chosen(request) ?? Preferred(request) ?? Language.English;

    /// <summary>That of <c>?lang=</c>; null when it is absent or none of ours.</summary>
    public static Language? Chosen(HttpRequest request) => Language.Of(request.Query[Parameter].ToString());

    // A weight of 0 says "not this one".
    private static Language? Preferred(HttpRequest request) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var asked)
            ? asked
                .Where(range => range.Quality is not 0)
                .OrderByDescending(range => range.Quality ?? 1)
                .Select(range => Language.Of(range.Value.Value))
                .FirstOrDefault(language => language is not null)
            : null;
}
