using LeadFunctions.Leads;

namespace LeadFunctions.SignIn;

/// <summary>What a link to sign in with says.</summary>
/// <param name="Id">Which: 32 hexadecimal digits.</param>
/// <param name="Browser">A hash of what the browser that asked for it knows.</param>
/// <param name="Member">Whose address it was sent to.</param>
/// <param name="ExpiresAt">Until when it is good (UTC).</param>
public sealed record SignInLink(string Id, string Browser, ContactKey Member, DateTimeOffset ExpiresAt);
