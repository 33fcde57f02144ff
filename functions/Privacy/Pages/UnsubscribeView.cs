using LeadFunctions.Languages;

namespace LeadFunctions.Privacy;

/// <param name="Token">The token of the link.</param>
public sealed record UnsubscribeView(string Token)
{
    /// <summary>Where the button posts to: the page's own address, in the language of the page.</summary>
    public string Action => $"/unsubscribe/{Uri.EscapeDataString(Token)}?{Language.Current.Query}";

    /// <summary>Where they can say more than stop.</summary>
    public string Preferences => $"/preferences/{Uri.EscapeDataString(Token)}?{Language.Current.Query}";
}
