using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using SendGrid;

namespace LeadFunctions.Email;

/// <summary>
/// What SendGrid's answer says about a mail
/// (https://www.twilio.com/docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api/responses).
/// </summary>
internal static class SendGridAnswer
{
    internal static async Task<SendOutcome> ReadAsync(Response response, DateTimeOffset now) => response.StatusCode switch
    {
        HttpStatusCode.Accepted => new SendOutcome.Accepted(FirstOrDefault(response.Headers, "X-Message-Id")),

        HttpStatusCode.TooManyRequests => new SendOutcome.Refused(RetryAfter(response.Headers, now)),

        // The mail did not arrive whole, so it cannot have been taken.
        HttpStatusCode.RequestTimeout => new SendOutcome.Refused(RetryAfter: null),

        HttpStatusCode.BadRequest => await ReadFaultsAsync(response),

        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new SendOutcome.Misconfigured(Reason(response)),

        // These fault the way we call, not the mail: the address in our settings is not SendGrid's API.
        (>= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest)
            or HttpStatusCode.NotFound
            or HttpStatusCode.MethodNotAllowed
            or HttpStatusCode.NotAcceptable
            or HttpStatusCode.ProxyAuthenticationRequired
            or HttpStatusCode.UnsupportedMediaType
            or HttpStatusCode.MisdirectedRequest
            or HttpStatusCode.UpgradeRequired => new SendOutcome.Misconfigured(Reason(response)),

        >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError => new SendOutcome.RefusedForGood(Reason(response)),

        // 5xx does not prove that nothing was queued; and a 200 that is no 202 is not an answer that we know.
        _ => new SendOutcome.Unknown(Reason(response)),
    };

    private static async Task<SendOutcome> ReadFaultsAsync(Response response)
    {
        var fields = await SendGridFaults.ReadAsync(response.Body);
        var reason = fields.Count is 0 ? Reason(response) : $"{Reason(response)} ({string.Join(", ", fields)})";

        // The sender comes from our settings, so every other mail has the same fault.
        return fields.Count > 0 && fields.All(field => field is "from" || field.StartsWith("from.", StringComparison.Ordinal))
            ? new SendOutcome.Misconfigured(reason)
            : new SendOutcome.RefusedForGood(reason);
    }

    private static string Reason(Response response) => ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);

    private static TimeSpan? RetryAfter(HttpResponseHeaders headers, DateTimeOffset now)
    {
        var wait = headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - now,
            _ => UntilReset(headers, now),
        };

        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    // SendGrid documents this header for its rate limits, in seconds since 1970, and Retry-After nowhere.
    private static TimeSpan? UntilReset(HttpResponseHeaders headers, DateTimeOffset now) =>
        uint.TryParse(FirstOrDefault(headers, "X-RateLimit-Reset"), CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds) - now
            : null;

    private static string? FirstOrDefault(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
