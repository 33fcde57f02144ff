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

    /// <summary>The version of the sequence that the mail belongs to, such as <c>appointment.1</c>; null when that is not known.</summary>
    public string? Sequence { get; init; }

    /// <summary>The provider's id of the mail, when it gave one.</summary>
    public string? MessageId { get; init; }
}
