using LeadFunctions.Leads;

namespace LeadFunctions.Access;

/// <summary>
/// The tokens by which we know that a form was filled on a page that we showed in this very session: signed, good for as long as a session
/// can last, and worth nothing in another session.
/// </summary>
public sealed class AntiForgeryTokens(TokenSigner signer)
{
    /// <summary>The field of a form.</summary>
    public const string Field = "staffToken";

    /// <summary>The header of a request that a script makes.</summary>
    public const string Header = "X-Staff-Token";

    public string For(Session session) => signer.Sign(TokenPurpose.StaffForm, Convert.FromHexString(session.Id), Session.Longest);

    public bool IsOf(Session session, string? token) =>
        signer.Verify(TokenPurpose.StaffForm, token) is { } content && content.AsSpan().SequenceEqual(Convert.FromHexString(session.Id));
}
