using LeadFunctions.Leads;

namespace LeadFunctions.SignIn;

/// <summary>What came of a link.</summary>
public abstract record SignInResult
{
    private SignInResult()
    {
    }

    /// <param name="Member">Who.</param>
    /// <param name="Issued">The session that begins.</param>
    public sealed record Done(StaffMember Member, string Issued) : SignInResult;

    /// <summary>It is good, and may be used.</summary>
    public sealed record Usable : SignInResult;

    /// <summary>It was asked for in another browser.</summary>
    public sealed record Elsewhere : SignInResult;

    /// <summary>It is not ours, too old or used, or its owner has left.</summary>
    public sealed record UsedUp : SignInResult;

    /// <summary>Storage is away; to be tried again.</summary>
    public sealed record Unavailable : SignInResult;
}
