using LeadFunctions.Leads;

namespace LeadFunctions.Privacy;

/// <summary>How a visit with the link to what is held of a person ended.</summary>
public abstract record AccessResult
{
    private AccessResult()
    {
    }

    /// <param name="Person">All that is held.</param>
    /// <param name="Evidence">What came of their mails.</param>
    public sealed record Shown(Person Person, IReadOnlyDictionary<SendKey, MailEvidence> Evidence) : AccessResult;

    /// <summary>Nothing is held, or it is being erased.</summary>
    public sealed record Nothing : AccessResult;

    /// <summary>Everything was erased.</summary>
    public sealed record Erased : AccessResult;

    /// <summary>The token is not ours, or too old.</summary>
    public sealed record NotFound : AccessResult;

    /// <summary>Storage is away.</summary>
    public sealed record Unavailable : AccessResult;
}
