using LeadFunctions.Languages;
using LeadFunctions.Leads;

namespace LeadFunctions.SignIn;

/// <summary>Somebody asked for a link; whether they work here is not known yet.</summary>
/// <param name="Address">What they typed.</param>
/// <param name="Browser">What their browser knows.</param>
/// <param name="To">Where they wanted to go; null for nowhere in particular.</param>
/// <param name="Language">What they read.</param>
public sealed record SignInRequest(EmailAddress Address, string Browser, string? To, Language Language)
{
    /// <summary>Says nothing of whom.</summary>
    public override string ToString() => nameof(SignInRequest);
}
