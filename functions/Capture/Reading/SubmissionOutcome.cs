namespace LeadFunctions.Capture;

/// <summary>How reading a submission ended.</summary>
internal abstract record SubmissionOutcome
{
    private SubmissionOutcome()
    {
    }

    /// <summary>The fields, with what is wrong about them.</summary>
    public sealed record Read(SubmittedFields Fields) : SubmissionOutcome;

    /// <summary>Nothing could be read.</summary>
    /// <param name="Status">The HTTP status that says why.</param>
    /// <param name="Reason">What to do about it.</param>
    public sealed record Unreadable(int Status, string Reason) : SubmissionOutcome;
}
