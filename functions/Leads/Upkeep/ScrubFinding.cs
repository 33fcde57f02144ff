namespace LeadFunctions.Leads;

/// <summary>Something about a lead's rows that should not be.</summary>
/// <param name="Problem">What.</param>
/// <param name="Lead">Of which lead.</param>
/// <param name="Repair">What mends it for certain; null where somebody has to look.</param>
public sealed record ScrubFinding(ScrubProblem Problem, LeadId Lead, ScrubRepair? Repair);

/// <summary>What can be wrong with a lead's rows.</summary>
public enum ScrubProblem
{
    /// <summary>Its next work is not there, and nothing says that it has ended.</summary>
    WorkMissing,

    /// <summary>Work is there that was done.</summary>
    WorkDone,

    /// <summary>Of one sequence two pieces of work are there.</summary>
    WorkTwice,

    /// <summary>Its reference does not lead to it.</summary>
    ReferenceMissing,

    /// <summary>No submission is on record that became it.</summary>
    SubmissionMissing,

    /// <summary>Nothing is remembered of the person.</summary>
    ContactMissing,

    /// <summary>It was acknowledged and is not there.</summary>
    LeadLost,

    /// <summary>Rows are there of a lead that nobody knows of.</summary>
    Orphan,

    /// <summary>A row cannot be read.</summary>
    Unreadable,
}
