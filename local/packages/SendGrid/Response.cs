using System.Net;
using System.Net.Http.Headers;

namespace SendGrid;

/// <summary>What the API answered.</summary>
/// <param name="statusCode">The HTTP status.</param>
/// <param name="responseBody">The body, already read into memory.</param>
/// <param name="responseHeaders">The headers, without those of the body.</param>
public class Response(HttpStatusCode statusCode, HttpContent responseBody, HttpResponseHeaders responseHeaders)
{
    /// <summary>The HTTP status.</summary>
    public HttpStatusCode StatusCode { get; set; } = statusCode;

    /// <summary>Whether the status is one of 200 to 299.</summary>
    public bool IsSuccessStatusCode => (int)StatusCode is >= 200 and <= 299;

    /// <summary>The body.</summary>
    public HttpContent Body { get; set; } = responseBody;

    /// <summary>The headers, without those of the body.</summary>
    public HttpResponseHeaders Headers { get; set; } = responseHeaders;
}
