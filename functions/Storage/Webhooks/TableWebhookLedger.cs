using Azure;
using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>Keeps what is remembered of endpoints in the table of leads, in a partition that no shard has: it is about nobody.</summary>
public sealed class TableWebhookLedger(TableClient table) : IWebhookLedger
{
    private const string Partition = "0~webhooks";
    private const string DeedPrefix = "A~";
    private const string WrittenUntil = "C~";
    private const string SweptAt = "R~";
    private const string At = "At";

    public async Task<EndpointState> FindAsync(EndpointId endpoint, CancellationToken cancellationToken) =>
        await table.FindAsync(Partition, KeyOf(endpoint), cancellationToken) is not { } row ? EndpointState.Unknown : new(
            row.Flag(nameof(EndpointState.IsDisabled)),
            row.GetDateTimeOffset(nameof(EndpointState.DisabledAt)),
            row.GetDateTimeOffset(nameof(EndpointState.HoldUntil)),
            row.GetDateTimeOffset(nameof(EndpointState.LastSuccessAt)),
            row.GetDateTimeOffset(nameof(EndpointState.LastFailureAt)),
            row.GetString(nameof(EndpointState.LastFailure)));

    public Task NoteAsync(EndpointId endpoint, EndpointNews news, CancellationToken cancellationToken)
    {
        var row = new TableEntity(Partition, KeyOf(endpoint));
        row.SetIfAny(nameof(EndpointState.IsDisabled), news.IsDisabled);
        row.SetIfAny(nameof(EndpointState.DisabledAt), news.DisabledAt);
        row.SetIfAny(nameof(EndpointState.HoldUntil), news.HoldUntil);
        row.SetIfAny(nameof(EndpointState.LastSuccessAt), news.SucceededAt);
        row.SetIfAny(nameof(EndpointState.LastFailureAt), news.FailedAt);
        row.SetIfAny(nameof(EndpointState.LastFailure), news.Failure);
        return PutAsync(row, TableUpdateMode.Merge, cancellationToken);
    }

    public Task<DateTimeOffset?> WrittenUntilAsync(CancellationToken cancellationToken) => TimeAsync(WrittenUntil, cancellationToken);

    public Task SetWrittenUntilAsync(DateTimeOffset until, CancellationToken cancellationToken) => SetTimeAsync(WrittenUntil, until, cancellationToken);

    public Task<DateTimeOffset?> SweptAtAsync(CancellationToken cancellationToken) => TimeAsync(SweptAt, cancellationToken);

    public Task SetSweptAtAsync(DateTimeOffset at, CancellationToken cancellationToken) => SetTimeAsync(SweptAt, at, cancellationToken);

    public Task AddAsync(WebhookDeed deed, CancellationToken cancellationToken)
    {
        var row = new TableEntity(Partition, $"{DeedPrefix}{WebhookRows.Reverse(deed.At)}~{StorageCalls.NewNonce()}")
        {
            [At] = deed.At,
            [nameof(WebhookDeed.By)] = deed.By,
            [nameof(WebhookDeed.Kind)] = deed.Kind.ToString(),
            [nameof(WebhookDeed.Endpoint)] = deed.Endpoint.Hex,
        };
        row.SetIfAny(nameof(WebhookDeed.Message), deed.Message);
        row.SetIfAny(nameof(WebhookDeed.Since), deed.Since);
        row.SetIfAny(nameof(WebhookDeed.Count), deed.Count);
        row.SetIfAny(nameof(WebhookDeed.Answer), deed.Answer);
        return PutAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    public async Task<IReadOnlyList<WebhookDeed>> DeedsAsync(int limit, CancellationToken cancellationToken) =>
        await table.RowsAsync(Partition, DeedPrefix, TableRows.After(DeedPrefix), limit, cancellationToken)
            .Select(row => new WebhookDeed(
                row.Time(At),
                row.Text(nameof(WebhookDeed.By)),
                row.Choice<WebhookDeedKind>(nameof(WebhookDeed.Kind)),
                new(row.Text(nameof(WebhookDeed.Endpoint))),
                row.GetString(nameof(WebhookDeed.Message)),
                row.GetDateTimeOffset(nameof(WebhookDeed.Since)),
                row.GetInt32(nameof(WebhookDeed.Count)),
                row.GetString(nameof(WebhookDeed.Answer))))
            .ToListAsync(cancellationToken);

    private static string KeyOf(EndpointId endpoint) => $"E~{endpoint}";

    private async Task<DateTimeOffset?> TimeAsync(string key, CancellationToken cancellationToken) =>
        (await table.FindAsync(Partition, key, cancellationToken))?.Time(At);

    private Task<Response> SetTimeAsync(string key, DateTimeOffset time, CancellationToken cancellationToken) =>
        PutAsync(new(Partition, key) { [At] = time }, TableUpdateMode.Replace, cancellationToken);

    private Task<Response> PutAsync(TableEntity row, TableUpdateMode mode, CancellationToken cancellationToken) =>
        StorageCalls.RunAsync(token => table.UpsertEntityAsync(row, mode, token), cancellationToken);
}
