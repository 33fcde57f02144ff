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
        HttpStatusCode.BadRequest => await ReadFaultsAsync(response),
        var status => AnsweredStatus.Read(status, RetryAfter(response.Headers, now)),
    };

    private static async Task<SendOutcome> ReadFaultsAsync(Response response)
    {
        var fields = await SendGridFaults.ReadAsync(response.Body);
        var reason = AnsweredStatus.Reason(response.StatusCode, fields.Count is 0 ? null : string.Join(", ", fields));

        // The sender comes from our settings, so every other mail has the same fault.
        return fields.Count > 0 && fields.All(field => field is "from" || field.StartsWith("from.", StringComparison.Ordinal))
            ? new SendOutcome.Misconfigured(reason)
            : new SendOutcome.RefusedForGood(reason);
    }

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
