using LeadFunctions.Languages;

namespace LeadFunctions.Privacy;

/// <param name="Token">The token of the link.</param>
public sealed record EraseView(string Token)
{
    /// <summary>The page with what is held, which the buttons post to.</summary>
    public string Action => $"/privacy/{Uri.EscapeDataString(Token)}?{Language.Current.Query}";
}
