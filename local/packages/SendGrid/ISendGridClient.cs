using System.Net.Http.Headers;
using SendGrid.Helpers.Mail;

namespace SendGrid;

/// <summary>The client of SendGrid's Web API v3.</summary>
public interface ISendGridClient
{
    /// <summary>The path of the API's resource, used when a request names none.</summary>
    string? UrlPath { get; set; }

    /// <summary>The version of the API, the first segment of every path.</summary>
    string? Version { get; set; }

    /// <summary>The media type of requests and answers.</summary>
    string MediaType { get; set; }

    /// <summary>Reads a header's value, scheme and parameter parted by white space.</summary>
    AuthenticationHeaderValue AddAuthorization(KeyValuePair<string, string> header);

    /// <summary>Sends a request as it is.</summary>
    Task<Response> MakeRequest(HttpRequestMessage request, CancellationToken cancellationToken = default);

    /// <summary>Builds a request for the API and sends it.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="requestBody">The body, in the media type of this client; null for none.</param>
    /// <param name="queryParams">The query as a JSON object; an array stands for a parameter that is repeated.</param>
    /// <param name="urlPath">The path below the version; null for <see cref="UrlPath"/>.</param>
    /// <param name="cancellationToken">Gives up waiting for the answer.</param>
    Task<Response> RequestAsync(
        BaseClient.Method method,
        string? requestBody = null,
        string? queryParams = null,
        string? urlPath = null,
        CancellationToken cancellationToken = default);

    /// <summary>Posts a mail to <c>mail/send</c>. An answer of any status is returned, not thrown.</summary>
    Task<Response> SendEmailAsync(SendGridMessage msg, CancellationToken cancellationToken = default);
}
