namespace LeadFunctions.Events;

/// <summary>How taking a post of the provider ended.</summary>
public abstract record EmailEventsResult
{
    private EmailEventsResult()
    {
    }

    /// <summary>All of it is kept, durably.</summary>
    /// <param name="Ours">How many events were of our mail.</param>
    /// <param name="Others">How many were not.</param>
    public sealed record Kept(int Ours, int Others) : EmailEventsResult;

    /// <summary>It is no list of events; nothing was kept.</summary>
    public sealed record Unreadable : EmailEventsResult;

    /// <summary>Storage is away; to be told again.</summary>
    public sealed record Unavailable : EmailEventsResult;
}
