namespace LeadFunctions.Leads;

/// <summary>What somebody of the staff did about webhooks.</summary>
/// <param name="At">UTC.</param>
/// <param name="By">Who: an address, as in the timeline of a lead.</param>
/// <param name="Kind">What.</param>
/// <param name="Endpoint">To which endpoint.</param>
/// <param name="Message">Of one message: its <see cref="WebhookKey.MessageId"/>.</param>
/// <param name="Since">Of many: from when on (UTC).</param>
/// <param name="Count">Of many: how many there were.</param>
/// <param name="Answer">Of a test: what came of it.</param>
public sealed record WebhookDeed(
    DateTimeOffset At,
    string By,
    WebhookDeedKind Kind,
    EndpointId Endpoint,
    string? Message = null,
    DateTimeOffset? Since = null,
    int? Count = null,
    string? Answer = null);
