namespace LeadFunctions.Encryption;

/// <summary>How a step of the rotation ended.</summary>
public abstract record RotateResult
{
    private RotateResult()
    {
    }

    /// <param name="Answer">How far it came.</param>
    public sealed record Done(RotateAnswer Answer) : RotateResult;

    /// <summary>The cursor is none of ours.</summary>
    public sealed record NoCursor : RotateResult;

    /// <summary>There is no key in the settings.</summary>
    public sealed record Off : RotateResult;

    /// <summary>Storage is away, or a key in it opens under none of the settings': the log says which. What was done stays.</summary>
    public sealed record Away : RotateResult;
}
