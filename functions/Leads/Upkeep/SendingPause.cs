namespace LeadFunctions.Leads;

/// <summary>Why no mail is claimed for now.</summary>
public enum SendingPause
{
    /// <summary>The provider does not answer.</summary>
    Silence,

    /// <summary>The provider does not take our key, or our sender.</summary>
    Refusal,
}
