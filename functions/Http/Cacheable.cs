using System.Buffers.Text;
using System.Security.Cryptography;
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
public sealed class Cacheable(byte[] body, string contentType, string cacheControl) : IResult
{
    private readonly EntityTagHeaderValue tag = new($"\"{Base64Url.EncodeToString(SHA256.HashData(body).AsSpan(0, 16))}\"");

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.CacheControl = cacheControl;
        response.Headers.ETag = tag.ToString();

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
