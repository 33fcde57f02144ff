using LeadFunctions.Leads;

namespace LeadFunctions.Access;

/// <summary>Who asks: somebody on the clinic's list whose session or token holds.</summary>
/// <param name="Member">Who, with the role that the list gives them.</param>
/// <param name="Session">The session in the browser; null with a token of Entra ID.</param>
public sealed record SignedIn(StaffMember Member, Session? Session)
{
    private static readonly AsyncLocal<SignedIn?> Here = new();

    /// <summary>Who asks, in a function that is marked <see cref="ForRoleAttribute"/> and whatever it calls or renders.</summary>
    /// <exception cref="InvalidOperationException">The function lets in people who are not signed in.</exception>
    public static SignedIn Current => Here.Value ?? throw new InvalidOperationException("Nobody is known here: the function is not marked with ForRole.");

    /// <summary>What the audit trail calls them: their address. Not for logs.</summary>
    public string Actor => Member.Address.Value;

    /// <summary>Whether they may do what a role may.</summary>
    public bool May(StaffRole role) => Member.Role == StaffRole.Admin || Member.Role == role;

    /// <summary>From here to the end of the calling async method, and in whatever it calls, it is them who ask.</summary>
    public void Enter() => Here.Value = this;

    /// <summary>Says nothing, so that no log holds an address by accident.</summary>
    public override string ToString() => nameof(SignedIn);
}
