namespace LeadFunctions.Leads;

/// <summary>What is remembered of an endpoint. All times are UTC, and null before the first.</summary>
/// <param name="IsDisabled">It said that it is gone (410): nothing is posted to it until staff turn it on again. What it is to get waits.</param>
/// <param name="DisabledAt">Since when.</param>
/// <param name="HoldUntil">It asked to be left alone until then.</param>
/// <param name="LastSuccessAt">When it last took a message.</param>
/// <param name="LastFailureAt">When it last did not.</param>
/// <param name="LastFailure">What it said then: a status code or a word.</param>
public sealed record EndpointState(
    bool IsDisabled = false,
    DateTimeOffset? DisabledAt = null,
    DateTimeOffset? HoldUntil = null,
    DateTimeOffset? LastSuccessAt = null,
    DateTimeOffset? LastFailureAt = null,
    string? LastFailure = null)
{
    /// <summary>Nothing is known of it.</summary>
    public static EndpointState Unknown { get; } = new();

    /// <summary>Whether its last answer was a failure.</summary>
    public bool IsFailing => LastFailureAt > (LastSuccessAt ?? DateTimeOffset.MinValue);

    /// <summary>Whether something may be posted to it.</summary>
    public bool IsOpen(DateTimeOffset now) => !IsDisabled && !(HoldUntil > now);
}
