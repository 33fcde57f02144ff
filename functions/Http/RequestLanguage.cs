using LeadFunctions.Languages;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace LeadFunctions.Http;

/// <summary>Which language a request asks for.</summary>
public static class RequestLanguage
{
    /// <summary>That of <c>?lang=</c>, else the one of ours that the browser likes best (RFC 9110, 12.5.4), else English.</summary>
    public static Language Of(HttpRequest request) => Chosen(request) ?? Preferred(request) ?? Language.English;

    /// <summary>That of <c>?lang=</c>; null when it is absent or none of ours.</summary>
    public static Language? Chosen(HttpRequest request) => Language.Of(request.Query[Language.Parameter].ToString());

    /// <summary>The address of a page of ours that goes on in the language that a request chose; without a choice, the browser decides again.</summary>
    /// <param name="request">The request.</param>
    /// <param name="path">A path without a query.</param>
    public static string KeepIn(HttpRequest request, string path) => Chosen(request) is { } language ? $"{path}?{language.Query}" : path;

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
