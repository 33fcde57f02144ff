using System.Globalization;
using Azure;
using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>
/// How messages to the clinic's own systems are filed: in the shard of the contact, by lead, so that they go with the lead. One that is
/// settled stays in its place for a while, which keeps the same fact from being written out again, and can be replayed.
/// </summary>
internal static class WebhookRows
{
    /// <summary>Facts that are to be written out: the notes of the outbox a second time, since the figures take theirs away when they have counted them.</summary>
    public const string NewsPrefix = "W~";

    public const string MessagePrefix = "H~";

    /// <summary>The columns that are searched by.</summary>
    public const string Endpoint = "Endpoint";

    public const string State = nameof(WebhookMessage.State);
    public const string DueAt = nameof(WebhookMessage.DueAt);
    public const string At = "At";

    private const string CapturedAt = "CapturedAt";

    /// <summary>What the keys of a lead's facts begin with.</summary>
    public static string NewsOf(LeadId lead) => $"{NewsPrefix}{lead}~";

    /// <summary>What the keys of a lead's messages begin with.</summary>
    public static string MessagesOf(LeadId lead) => $"{MessagePrefix}{lead}~";

    public static string Message(WebhookKey key) => MessagePrefix + key;

    public static TableEntity ToRow(WebhookMessage message)
    {
        var key = message.Key;
        var row = new TableEntity(key.Lead.Shard.ToString(), Message(key))
        {
            [Endpoint] = key.Endpoint.Hex,
            [At] = key.At,
            [State] = message.State.ToString(),
            [DueAt] = message.DueAt,
            [CapturedAt] = message.Lead.CapturedAt,
            [nameof(WebhookMessage.Kind)] = message.Kind.ToString(),
            [nameof(WebhookMessage.Status)] = message.Status.ToString(),
            [nameof(WebhookMessage.Since)] = message.Since,
            [nameof(WebhookMessage.Attempts)] = message.Attempts,
            ETag = message.Version.Length == 0 ? default : new ETag(message.Version),
        };
        row.SetIfAny(nameof(WebhookMessage.LastAnswer), message.LastAnswer);
        row.SetIfAny(nameof(WebhookMessage.SettledAt), message.SettledAt);
        return row;
    }

    /// <returns>Null for a row that this version cannot read, as when a newer one runs beside it.</returns>
    public static WebhookMessage? ToMessage(TableEntity row) =>
        !WebhookKey.TryParse(row.RowKey[MessagePrefix.Length..], out var key) || !Enum.TryParse<WebhookState>(row.GetString(State), out var state) ? null : new()
        {
            Key = key.Value,
            Lead = new(key.Value.Lead, row.Time(CapturedAt)),
            Kind = row.Choice<LeadKind>(nameof(WebhookMessage.Kind)),
            Status = row.Choice<LeadStatus>(nameof(WebhookMessage.Status)),
            State = state,
            Since = row.Time(nameof(WebhookMessage.Since)),
            DueAt = row.Time(DueAt),
            Attempts = row.Number(nameof(WebhookMessage.Attempts)),
            LastAnswer = row.GetString(nameof(WebhookMessage.LastAnswer)),
            SettledAt = row.GetDateTimeOffset(nameof(WebhookMessage.SettledAt)),
            Version = row.ETag.ToString(),
        };

    /// <summary>Text of an instant that sorts from the latest to the earliest.</summary>
    public static string Reverse(DateTimeOffset at) => (DateTimeOffset.MaxValue.Ticks - at.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);
}
