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
}
