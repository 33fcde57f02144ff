namespace LeadFunctions.Capture;

/// <summary>What a page must hold so that its visitor can be told from a machine.</summary>
/// <param name="Host">The one foreign host that the page may load a script from and show a frame of.</param>
/// <param name="Script">The script.</param>
/// <param name="SiteKey">Our public key.</param>
/// <param name="Action">What the visitor is about to do; comes back with the answer, so that an answer holds for one form only.</param>
public sealed record BotChallenge(string Host, string Script, string SiteKey, string Action);
