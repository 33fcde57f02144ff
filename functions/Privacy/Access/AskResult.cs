namespace LeadFunctions.Privacy;

/// <summary>How asking for the link ended. It never tells whether the address is known.</summary>
public enum AskResult
{
    /// <summary>It is on record.</summary>
    Asked,

    /// <summary>That is no address.</summary>
    Invalid,

    /// <summary>Storage is away, whoever asked.</summary>
    Unavailable,
}
