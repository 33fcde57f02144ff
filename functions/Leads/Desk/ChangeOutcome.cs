namespace LeadFunctions.Leads;

/// <summary>How a change that staff wanted ended.</summary>
public abstract record ChangeOutcome
{
    private ChangeOutcome()
    {
    }

    /// <summary>It is so now, and the timeline tells; also when it was so before, or the same order was carried out before.</summary>
    /// <param name="Lead">The lead as it is.</param>
    /// <param name="Version">Its version.</param>
    public sealed record Done(Lead Lead, string Version) : ChangeOutcome;

    /// <summary>Nothing was changed: somebody else has changed the lead since it was seen.</summary>
    /// <param name="Lead">The lead as it is, with their change.</param>
    /// <param name="Version">Its version.</param>
    public sealed record Stale(Lead Lead, string Version) : ChangeOutcome;

    /// <summary>Nothing was changed: it is not possible.</summary>
    /// <param name="Lead">The lead as it is.</param>
    /// <param name="Problem">Why not.</param>
    public sealed record Refused(Lead Lead, ChangeProblem Problem) : ChangeOutcome;

    /// <summary>There is no such lead.</summary>
    public sealed record NotFound : ChangeOutcome;
}
