namespace LeadFunctions.Privacy;

/// <param name="Token">The token of the link.</param>
public sealed record UnsubscribeView(string Token)
{
    /// <summary>Where the button posts to: the page's own address.</summary>
    public string Action => "/unsubscribe/" + Uri.EscapeDataString(Token);
}
