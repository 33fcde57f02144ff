using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LeadFunctions.Languages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace LeadFunctions.Http;

/// <summary>
/// JSON that is the same for everybody of a language: anyone may keep it for five minutes, and whoever asks again with its strong ETag is told that
/// nothing changed (RFC 9110, section 13.1.2).
/// </summary>
public sealed class CacheableJson : IResult
{
    private readonly byte[] json;
    private readonly EntityTagHeaderValue tag;
    private readonly Language language = Language.Current;

    private CacheableJson(byte[] json)
    {
        this.json = json;
        tag = new($"\"{Base64Url.EncodeToString(SHA256.HashData(json).AsSpan(0, 16))}\"");
    }

    /// <summary>The answer for a value.</summary>
    public static CacheableJson Of<T>(T value, JsonTypeInfo<T> type) => new(JsonSerializer.SerializeToUtf8Bytes(value, type));

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.CacheControl = "public, max-age=300";
        response.Headers.ETag = tag.ToString();

        // Also with 304, so that a cache never gives one language to who asks for the other (RFC 9110, 12.5.5 and 15.4.5).
        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        response.Headers.ContentLanguage = language.Code;

        if (IsKnown(httpContext.Request.Headers.IfNoneMatch))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = json.Length;
        await response.Body.WriteAsync(json, httpContext.RequestAborted);
    }

    /// <summary>The comparison is the weak one, as RFC 9110 asks for here: a proxy that compresses may have weakened the tag.</summary>
    private bool IsKnown(StringValues ifNoneMatch)
        => EntityTagHeaderValue.TryParseList([.. ifNoneMatch.OfType<string>()], out var tags)
            && tags.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));
}
