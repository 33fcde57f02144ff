namespace LeadFunctions.Capture;

/// <summary>What is known of the form that a submission came from.</summary>
public abstract record FormTokenReading
{
    private FormTokenReading()
    {
    }

    /// <summary>It names none.</summary>
    public sealed record Absent : FormTokenReading;

    /// <summary>It names one that we did not make, or made for another kind of request.</summary>
    public sealed record Foreign : FormTokenReading;

    /// <summary>It is one of ours.</summary>
    /// <param name="Token">The same for everything that is sent from one opened form.</param>
    /// <param name="Age">How long ago it was opened; negative where the clock of another server is ahead.</param>
    public sealed record Genuine(string Token, TimeSpan Age) : FormTokenReading;
}
