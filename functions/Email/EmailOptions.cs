using Microsoft.Extensions.Configuration;

namespace LeadFunctions.Email;

/// <summary>Who writes the mails, and how long the provider may take.</summary>
public sealed class EmailOptions
{
    /// <summary>The section of the settings: <c>Email__From</c> and so on.</summary>
    public const string Section = "Email";

    /// <summary>The name of SendGrid in <see cref="Provider"/>.</summary>
    public const string SendGrid = "SendGrid";

    /// <summary>The name of Azure Communication Services in <see cref="Provider"/>.</summary>
    public const string AzureCommunication = "AzureCommunication";

    /// <summary>The provider that delivers: <c>SendGrid</c>, which is the default, or <c>AzureCommunication</c>.</summary>
    public string Provider { get; set; } = SendGrid;

    /// <summary>
    /// The provider that the settings name, for the validators of the others' settings: what they check depends on it, and must not wait for
    /// whether the rest of this section holds.
    /// </summary>
    internal static string ProviderIn(IConfiguration settings) => settings[$"{Section}:{nameof(Provider)}"] ?? SendGrid;

    /// <summary>
    /// Whether the provider signs a business associate agreement for mail. Microsoft's is part of its Product Terms and covers Azure's services that
    /// are in its scope (learn.microsoft.com/azure/compliance/offerings/offering-hipaa-us); that Communication Services Email is one of
    /// them is not confirmed here: see the list of that page before relying on it. Twilio's covers its HIPAA Eligible Services, and SendGrid is none
    /// of them in Twilio's own list (twilio.com/content/dam/twilio-com/global/en/other/hipaa/pdf/HIPAA-Eligible-Services.pdf, December 2024).
    /// What others wrote in 2026 contradicts itself, so only Twilio's word would change this.
    /// </summary>
    public bool SignsAgreement => Provider == AzureCommunication;

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
