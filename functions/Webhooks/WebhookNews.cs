using System.Globalization;
using LeadFunctions.Languages;
using LeadFunctions.Leads;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Webhooks;

/// <summary>What the page says on top.</summary>
/// <param name="Done">What was just done, in the words of the page; null for nothing.</param>
/// <param name="Problem">Why something was not; null for nothing.</param>
public sealed record WebhookNews(string? Done = null, string? Problem = null)
{
    public const string Path = "/staff/webhooks";

    /// <summary>The address of the page that says that something was done.</summary>
    public static string AddressOf(WebhookDeed deed) =>
        string.Create(CultureInfo.InvariantCulture, $"{Path}?{Language.Current.Query}&done={deed.Kind}&count={deed.Count ?? 1}&answer={deed.Answer}");

    /// <summary>Reads what <see cref="AddressOf"/> wrote; whatever else stands there says nothing.</summary>
    public static WebhookNews Of(IQueryCollection query) => Enum.TryParse<WebhookDeedKind>(query["done"], out var kind) ? new(kind switch
    {
        WebhookDeedKind.Replayed => WebhooksText.DoneReplayed,
        WebhookDeedKind.Tested => WebhooksText.DoneTested.With(WebhookSaid.Answer(query["answer"].ToString())),
        WebhookDeedKind.Enabled => WebhooksText.DoneEnabled,
        _ => int.TryParse(query["count"], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? WebhooksText.DoneMany.With(count) : null,
    }) : new();
}
