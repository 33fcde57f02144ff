namespace LeadFunctions.Leads;

/// <summary>What a run has learned of an endpoint. What is null has not changed.</summary>
/// <param name="SucceededAt">UTC.</param>
/// <param name="FailedAt">UTC.</param>
/// <param name="Failure">What it said then.</param>
/// <param name="HoldUntil">UTC.</param>
/// <param name="IsDisabled">True when it said that it is gone, false when staff have turned it on again.</param>
/// <param name="DisabledAt">UTC.</param>
public sealed record EndpointNews(
    DateTimeOffset? SucceededAt = null,
    DateTimeOffset? FailedAt = null,
    string? Failure = null,
    DateTimeOffset? HoldUntil = null,
    bool? IsDisabled = null,
    DateTimeOffset? DisabledAt = null);
