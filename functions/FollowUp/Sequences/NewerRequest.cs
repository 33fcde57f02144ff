namespace LeadFunctions.FollowUp;

/// <summary>What becomes of a sequence when the same person asks again, and again agrees to articles.</summary>
public enum NewerRequest
{
    /// <summary>It ends, and the sequence of the newer request begins.</summary>
    Restart,

    /// <summary>Once it has brought articles it goes on, and the newer request brings none while it does.</summary>
    Continue,
}
