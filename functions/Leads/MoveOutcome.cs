namespace LeadFunctions.Leads;

/// <summary>How a step of due work ended.</summary>
public abstract record MoveOutcome
{
    private MoveOutcome()
    {
    }

    /// <summary>Committed; <paramref name="Next"/> is the next work as stored, null when the sequence has ended.</summary>
    public sealed record Committed(DueWork? Next) : MoveOutcome;

    /// <summary>Nothing was changed: somebody else was first.</summary>
    public sealed record Lost : MoveOutcome
    {
        public static Lost Instance { get; } = new();
    }

    /// <summary>Storage was away: it may have been committed or not. Of one of many moves; a single one throws instead.</summary>
    /// <param name="Cause">What storage did not do.</param>
    public sealed record Unanswered(LeadStoreUnavailableException Cause) : MoveOutcome;
}
