using LeadFunctions.Leads;

namespace LeadFunctions.Privacy;

/// <summary>How a visit to the page with preferences ended.</summary>
public abstract record PreferencesResult
{
    private PreferencesResult()
    {
    }

    /// <param name="Person">As they are now.</param>
    public sealed record Known(Person Person) : PreferencesResult;

    /// <summary>The link is ours, and nothing is held of the person.</summary>
    public sealed record Nobody : PreferencesResult;

    /// <summary>The token is not ours.</summary>
    public sealed record NotFound : PreferencesResult;

    /// <summary>Storage is away.</summary>
    public sealed record Unavailable : PreferencesResult;
}
