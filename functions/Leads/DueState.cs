namespace LeadFunctions.Leads;

/// <summary>What is known of a due row.</summary>
public enum DueState
{
    /// <summary>Nothing was posted that could have arrived.</summary>
    Due,

    /// <summary>Claimed: a post is under way, or its worker has died.</summary>
    Sending,

    /// <summary>A post was made and its answer is unknown: never posted again before that is judged.</summary>
    Uncertain,
}
