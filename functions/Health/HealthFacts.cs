using LeadFunctions.Leads;

namespace LeadFunctions.Health;

/// <summary>What is known of how the app is, read for one answer.</summary>
public sealed record HealthFacts
{
    /// <summary>UTC.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>When the earliest work of each shard is or was due (UTC), null for a shard without any; null altogether when storage is away.</summary>
    public IReadOnlyList<DateTimeOffset?>? EarliestDue { get; init; }

    /// <summary>What all instances have written down.</summary>
    public UpkeepState Upkeep { get; init; } = UpkeepState.Nothing;

    /// <summary>Why this instance claims no mails; null where it does.</summary>
    public SendingPause? Pause { get; init; }

    /// <summary>Whether the mail provider is to tell what becomes of mails.</summary>
    public bool IsTold { get; init; }

    /// <summary>The second account; null where there is none.</summary>
    public SecondAccountFacts? SecondAccount { get; init; }

    public bool IsStorageAway => EarliestDue is null;

    /// <summary>Whether who writes now is kept, wherever.</summary>
    public bool AreLeadsKept => !IsStorageAway || SecondAccount is { IsAway: false };

    /// <summary>By how much the earliest due work is late; null when none is.</summary>
    public TimeSpan? Late => EarliestDue?.Min() is { } earliest && earliest < Now ? Now - earliest : null;
}

/// <param name="IsAway">Whether it did not answer when it was last asked.</param>
/// <param name="LastCopyAt">When the last copy of all rows was complete (UTC); null where none is, or it is away.</param>
public sealed record SecondAccountFacts(bool IsAway, DateTimeOffset? LastCopyAt);
