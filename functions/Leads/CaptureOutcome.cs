namespace LeadFunctions.Leads;

/// <summary>How storing a new lead ended.</summary>
public abstract record CaptureOutcome
{
    private CaptureOutcome()
    {
    }

    /// <summary>It is stored, durably.</summary>
    public sealed record Stored(LeadId Id) : CaptureOutcome;

    /// <summary>The same submission was stored before, under this id.</summary>
    public sealed record Repeated(LeadId Id) : CaptureOutcome;

    /// <summary>The submission's id was used before, for another content.</summary>
    public sealed record Conflicting : CaptureOutcome;
}
