namespace LeadFunctions.Email;

/// <summary>Who writes the mails, and how long the provider may take.</summary>
public sealed class EmailOptions
{
    /// <summary>The section of the settings: <c>Email__From</c> and so on.</summary>
    public const string Section = "Email";

    /// <summary>The provider that delivers: <c>SendGrid</c>, the only one.</summary>
    public string Provider { get; set; } = "SendGrid";

    /// <summary>
    /// The address that mails come from; the provider must know it as a verified sender. Left empty, name, address and reply address
    /// are those of the clinic's content.
    /// </summary>
    public string From { get; set; } = "";

    /// <summary>The name shown for <see cref="From"/>; empty for none.</summary>
    public string FromName { get; set; } = "";

    /// <summary>Where answers go when a mail does not say; empty for <see cref="From"/>.</summary>
    public string ReplyTo { get; set; } = "";

    /// <summary>How long one sending may take in all, answer included. More than <see cref="ConnectTimeout"/>, at most a minute.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long it may take to reach the provider. Nothing was sent when it runs out, so the mail can safely be tried again.
    /// </summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(3);
}
