using System.Globalization;
using System.Net;
using Azure;

namespace LeadFunctions.Email;

/// <summary>What the answers of Azure Communication Services say about a mail.</summary>
internal static class AcsAnswer
{
    // The sender comes from our settings, so every other mail has the same fault.
    private static readonly string[] SenderFaults = ["DomainNotLinked", "InvalidSenderUserName", "InvalidSenderAddress"];

    /// <summary>The answer to a mail.</summary>
    internal static SendOutcome ToMail(Response response, Guid operation, DateTimeOffset now)
    {
        var status = (HttpStatusCode)response.Status;
        if (status == HttpStatusCode.Accepted)
        {
            return new SendOutcome.Accepted(operation.ToString());
        }

        var fault = AcsOperation.Read(response.Content.ToMemory())?.FaultCode;
        return SenderFaults.Contains(fault) && response.Status is >= 400 and < 500
            ? new SendOutcome.Misconfigured(AnsweredStatus.Reason(status, fault))
            : AnsweredStatus.Read(status, RetryAfter(response, now), fault);
    }

    /// <summary>
    /// The answer to the question what became of a mail. What is queued was taken, as an answer of 202 would have said. That the service has
    /// never heard of it must be said in its own words: a 404 of something in between proves nothing.
    /// </summary>
    internal static SendOutcome ToQuestion(Response response, Guid operation) => (response.Status, AcsOperation.Read(response.Content.ToMemory())) switch
    {
        (200, { Status: "NotStarted" or "Running" or "Succeeded" }) => new SendOutcome.Accepted(operation.ToString()),
        (200, { Status: "Failed" or "Canceled" } given) => new SendOutcome.RefusedForGood($"the provider gave it up ({given.FaultCode ?? given.Status})"),
        (404, { FaultCode: not null }) => new SendOutcome.Refused(RetryAfter: null),
        var (status, _) => new SendOutcome.Unknown(status.ToString(CultureInfo.InvariantCulture)),
    };

    private static TimeSpan? RetryAfter(Response response, DateTimeOffset now)
    {
        if (!response.Headers.TryGetValue("Retry-After", out var text))
        {
            return null;
        }

        var wait = uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds)
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date - now
            : (TimeSpan?)null;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
