namespace LeadFunctions.FollowUp;

/// <summary>How far a piece of due work came.</summary>
public enum WorkOutcome
{
    /// <summary>It is where it was: somebody else was first, or sending pauses, or it failed.</summary>
    Unchanged,

    /// <summary>It went on.</summary>
    Moved,

    /// <summary>It went on, and what follows it is due already: an alert that goes to the next of the staff.</summary>
    GoesOn,

    /// <summary>Storage did not answer; it is found again.</summary>
    StoreAway,
}
