namespace LeadFunctions.Leads;

/// <summary>What became of one mail.</summary>
public sealed record SendRecord
{
    public required SendKey Key { get; init; }

    public required SendResult Result { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }

    public int Attempts { get; init; }

    /// <summary>Slugs of the articles in the mail.</summary>
    public IReadOnlyList<string> Articles { get; init; } = [];

    /// <summary>The version of the sequence; null for mail to staff, and for mail from before versions were kept.</summary>
    public int? SequenceVersion { get; init; }

    /// <summary>The variant of the step; null where it is written in one way.</summary>
    public string? Variant { get; init; }

    /// <summary>
    /// What did not hold for a step that was skipped, in one word (concern, language, status, click); passed-on for an alert that the next contact
    /// got because no copy had arrived; else null. Never personal data.
    /// </summary>
    public string? Reason { get; init; }

    /// <summary>The provider's id of the mail, when it gave one.</summary>
    public string? MessageId { get; init; }
}
