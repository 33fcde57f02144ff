namespace LeadFunctions.Capture;

/// <summary>Section <c>BotCheck</c>: who tells people from machines, besides our own judgement.</summary>
public sealed class BotCheckOptions
{
    public const string Section = "BotCheck";

    public const string None = "None";
    public const string Turnstile = "Turnstile";

    /// <summary><c>None</c>, or <c>Turnstile</c> of Cloudflare: then the form pages load its script, and only then.</summary>
    public string Provider { get; set; } = None;
}
