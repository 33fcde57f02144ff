using LeadFunctions.Access;
using LeadFunctions.Languages;

namespace LeadFunctions.SignIn;

/// <param name="Token">The token of the link.</param>
/// <param name="To">Where they wanted to go; null for nowhere in particular.</param>
public sealed record ConfirmView(string Token, string? To)
{
    private string Path => $"{GateAnswers.SignInPath}/{Uri.EscapeDataString(Token)}";

    public string Address => ReturnPath.Keep(Path, To);

    public string Action => ReturnPath.Keep($"{Path}?{Language.Current.Query}", To);
}
