namespace LeadFunctions.Privacy;

/// <summary>How an unsubscribe ended.</summary>
public enum UnsubscribeResult
{
    /// <summary>Nothing more is mailed to this person.</summary>
    Done,

    /// <summary>The token is not ours.</summary>
    NotFound,

    /// <summary>Storage is away; to be tried again.</summary>
    Unavailable,
}
