using LeadFunctions.Clinic;
using LeadFunctions.Languages;
using LeadFunctions.Leads;

namespace LeadFunctions.Webhooks;

/// <summary>What the page calls things, in the language that is spoken now.</summary>
internal static class WebhookSaid
{
    /// <summary>An answer of an endpoint, or why there is none.</summary>
    public static string Answer(string? answer) => answer switch
    {
        "timeout" => WebhooksText.AnswerTimeout,
        "forbidden" => WebhooksText.AnswerForbidden,
        { Length: 3 } code when code.All(char.IsAsciiDigit) => WebhooksText.AnswerCode.With(code),
        _ => WebhooksText.AnswerUnreachable,
    };

    /// <summary>What was done, in one sentence.</summary>
    /// <param name="deed">What.</param>
    /// <param name="name">The name of the endpoint, or its id where no setting names it any more.</param>
    /// <param name="time">The clinic's clock.</param>
    public static string Deed(WebhookDeed deed, string name, ClinicTime time) => deed.Kind switch
    {
        WebhookDeedKind.Replayed => WebhooksText.DeedReplayed.With(name, deed.Message ?? ""),
        WebhookDeedKind.ReplayedUndelivered => WebhooksText.DeedReplayedUndelivered.With(name, SinceOf(deed, time), deed.Count ?? 0),
        WebhookDeedKind.ReplayedAll => WebhooksText.DeedReplayedAll.With(name, SinceOf(deed, time), deed.Count ?? 0),
        WebhookDeedKind.Tested => WebhooksText.DeedTested.With(name, Answer(deed.Answer)),
        _ => WebhooksText.DeedEnabled.With(name),
    };

    private static string SinceOf(WebhookDeed deed, ClinicTime time) => deed.Since is { } since ? time.At(since, deed.At) : "";
}
