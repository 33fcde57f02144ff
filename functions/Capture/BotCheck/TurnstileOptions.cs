namespace LeadFunctions.Capture;

/// <summary>Section <c>Turnstile</c>: our widget with Cloudflare (developers.cloudflare.com/turnstile).</summary>
public sealed class TurnstileOptions
{
    public const string Section = "Turnstile";

    /// <summary>The widget's public key.</summary>
    public string SiteKey { get; set; } = "";

    /// <summary>The widget's secret key.</summary>
    public string SecretKey { get; set; } = "";

    /// <summary>Where answers are verified.</summary>
    public string VerifyUrl { get; set; } = "https://challenges.cloudflare.com/turnstile/v0/siteverify";

    /// <summary>How long a visitor may be kept waiting for it: from 100 milliseconds to 10 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(2);
}
