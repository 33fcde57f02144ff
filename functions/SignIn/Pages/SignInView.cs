using LeadFunctions.Access;
using LeadFunctions.Languages;

namespace LeadFunctions.SignIn;

/// <param name="To">Where they wanted to go; null for nowhere in particular.</param>
/// <param name="Typed">What was typed.</param>
/// <param name="HasProblem">Whether that is no address.</param>
public sealed record SignInView(string? To, string Typed, bool HasProblem)
{
    public string Address => ReturnPath.Keep(GateAnswers.SignInPath, To);

    public string Action => ReturnPath.Keep($"{GateAnswers.SignInPath}?{Language.Current.Query}", To);
}
