namespace LeadFunctions.Leads;

/// <summary>
/// Somebody asked for the link to what is held of a person. It is on record before it is known whether there is such a person, so that
/// asking takes the same for everybody.
/// </summary>
public sealed record PrivacyRequest
{
    public required ContactKey Contact { get; init; }

    /// <summary>When it was last asked for (UTC).</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>When the link was last sent, or may have been, for good (UTC); null when it was not.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Nobody takes it up before (UTC); null when it was not taken up.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Posts whose outcome is not known to be a refusal, the current one included.</summary>
    public int Attempts { get; init; }

    /// <summary>Changes whenever the row does; empty before it is stored.</summary>
    public string Version { get; init; } = "";
}
