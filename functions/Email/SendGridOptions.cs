namespace LeadFunctions.Email;

/// <summary>Our account with SendGrid.</summary>
public sealed class SendGridOptions
{
    /// <summary>The section of the settings: <c>SendGrid__ApiKey</c> and so on.</summary>
    public const string Section = "SendGrid";

    /// <summary>A secret key that may send mail.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>
    /// The public keys of the signed Event Webhook, as SendGrid shows them (Base64 of SubjectPublicKeyInfo). More than one while they are
    /// rotated. Without any, no event is taken.
    /// </summary>
    public IList<string> WebhookPublicKeys { get; } = [];

    /// <summary>
    /// Where the API lies, without the version: the global region unless set. The region of the European Union is
    /// <c>https://api.eu.sendgrid.com</c>. Only https, except on this machine.
    /// </summary>
    public string BaseUrl { get; set; } = "https://api.sendgrid.com";
}
