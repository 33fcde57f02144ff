namespace LeadFunctions.Http;

/// <summary>How reading a body ended.</summary>
public abstract record BodyOutcome
{
    private BodyOutcome()
    {
    }

    public sealed record Read(byte[] Bytes) : BodyOutcome;

    public sealed record TooLarge : BodyOutcome;

    public sealed record TooSlow : BodyOutcome;

    /// <summary>It ended early, or is not framed as its headers say.</summary>
    public sealed record Broken : BodyOutcome;
}
