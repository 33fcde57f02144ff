using System.Globalization;
using LeadFunctions.Clinic;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Webhooks;

/// <summary>What an admin wants done, as a form of the page says.</summary>
public abstract record WebhookOrder
{
    /// <summary>The field that says what.</summary>
    public const string Field = "deed";

    public const string Endpoint = "endpoint";
    public const string Message = "message";
    public const string Since = "since";
    public const string Which = "which";
    public const string Everything = "everything";

    /// <summary>What a browser sends for an instant on the clinic's wall (HTML, local date and time strings).</summary>
    public const string SinceFormat = "yyyy-MM-dd'T'HH:mm";

    private WebhookOrder()
    {
    }

    /// <summary>One message is told again.</summary>
    public sealed record ReplayOne(WebhookKey Key) : WebhookOrder;

    /// <summary>Messages since a time (UTC) are told again.</summary>
    public sealed record ReplaySince(WebhookEndpoint To, DateTimeOffset At, bool WithDelivered) : WebhookOrder;

    /// <summary>A message that tells of nobody is posted now.</summary>
    public sealed record Test(WebhookEndpoint To) : WebhookOrder;

    /// <summary>An endpoint is posted to again.</summary>
    public sealed record Enable(WebhookEndpoint To) : WebhookOrder;

    /// <summary>The form says nothing that can be done.</summary>
    public sealed record Unreadable(string Problem) : WebhookOrder;

    public static WebhookOrder Of(IFormCollection form, WebhookEndpoints endpoints, ClinicTime time)
    {
        if (form[Message].ToString() is { Length: > 0 } text)
        {
            return WebhookKey.TryParse(text, out var key) ? new ReplayOne(key.Value) : new Unreadable(WebhooksText.Unreadable);
        }

        return (form[Field].ToString(), endpoints.Find(new(form[Endpoint].ToString()))) switch
        {
            ("replay", { } to) => SinceOf(form, time) is { } at
                ? new ReplaySince(to, at, form[Which].ToString() == Everything)
                : new Unreadable(WebhooksText.SinceExpected),
            ("test", { } to) => new Test(to),
            ("enable", { } to) => new Enable(to),
            _ => new Unreadable(WebhooksText.Unreadable),
        };
    }

    private static DateTimeOffset? SinceOf(IFormCollection form, ClinicTime time) =>
        DateTime.TryParseExact(form[Since].ToString(), [SinceFormat, SinceFormat + "':'ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
        && local.Year is > 2000 and < 9000
            ? time.FirstInstant(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local))
            : null;
}
