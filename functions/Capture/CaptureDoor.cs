namespace LeadFunctions.Capture;

/// <summary>By which door a submission comes.</summary>
public enum CaptureDoor
{
    /// <summary>Anybody on the internet: limits hold.</summary>
    Public,

    /// <summary>The clinic's own systems, with a key: no limits, no suspicion.</summary>
    Trusted,
}
