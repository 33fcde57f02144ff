using System.Buffers.Text;
using System.Security.Cryptography;
using LeadFunctions.Languages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace LeadFunctions.Http;

/// <summary>
/// An answer that is the same for everybody: anyone may keep it for a while, and whoever asks again with its strong ETag is told that
/// nothing changed (RFC 9110, section 13.1.2).
/// </summary>
/// <param name="body">What it is.</param>
/// <param name="contentType">What it is said to be.</param>
/// <param name="cacheControl">How long it may be kept.</param>
/// <param name="language">What it speaks, when it is not the same in every language.</param>
public sealed class Cacheable(byte[] body, string contentType, string cacheControl, Language? language = null) : IResult
{
    private readonly EntityTagHeaderValue tag = new($"\"{Base64Url.EncodeToString(SHA256.HashData(body).AsSpan(0, 16))}\"");

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.CacheControl = cacheControl;
        response.Headers.ETag = tag.ToString();
        if (language is not null)
        {
            // Also with 304, so that a cache never gives one language to who asks for the other (RFC 9110, 12.5.5 and 15.4.5).
            response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
            response.Headers.ContentLanguage = language.Code;
        }

        if (IsKnown(httpContext.Request.Headers.IfNoneMatch))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = contentType;
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    /// <summary>The comparison is the weak one, as RFC 9110 asks for here: a proxy that compresses may have weakened the tag.</summary>
    private bool IsKnown(StringValues ifNoneMatch)
        => EntityTagHeaderValue.TryParseList([.. ifNoneMatch.OfType<string>()], out var tags)
            && tags.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));
}
