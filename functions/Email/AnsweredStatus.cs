using System.Globalization;
using System.Net;

namespace LeadFunctions.Email;

/// <summary>What an answer that does not accept a mail says of it by its status alone, whichever provider gave it.</summary>
internal static class AnsweredStatus
{
    /// <param name="status">The status of the answer.</param>
    /// <param name="retryAfter">How long the provider asks us to wait; null when it does not say.</param>
    /// <param name="detail">Names of fields or faults, never a text of others; null for none.</param>
    internal static SendOutcome Read(HttpStatusCode status, TimeSpan? retryAfter, string? detail = null) => status switch
    {
        HttpStatusCode.TooManyRequests => new SendOutcome.Refused(retryAfter),

        // The mail did not arrive whole, so it cannot have been taken.
        HttpStatusCode.RequestTimeout => new SendOutcome.Refused(RetryAfter: null),

        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new SendOutcome.Misconfigured(Reason(status, detail)),

        // These fault the way we call, not the mail: the address in our settings is not the provider's API.
        (>= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest)
            or HttpStatusCode.NotFound
            or HttpStatusCode.MethodNotAllowed
            or HttpStatusCode.NotAcceptable
            or HttpStatusCode.ProxyAuthenticationRequired
            or HttpStatusCode.UnsupportedMediaType
            or HttpStatusCode.MisdirectedRequest
            or HttpStatusCode.UpgradeRequired => new SendOutcome.Misconfigured(Reason(status, detail)),

        >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError => new SendOutcome.RefusedForGood(Reason(status, detail)),

        // 5xx does not prove that nothing was queued; and a 200 that is no 202 is not an answer that we know.
        _ => new SendOutcome.Unknown(Reason(status, detail)),
    };

    internal static string Reason(HttpStatusCode status, string? detail)
    {
        var code = ((int)status).ToString(CultureInfo.InvariantCulture);
        return detail is null ? code : $"{code} ({detail})";
    }
}
