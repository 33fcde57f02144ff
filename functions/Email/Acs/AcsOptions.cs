namespace LeadFunctions.Email;

/// <summary>Our resource of Azure Communication Services: one of <see cref="Endpoint"/> and <see cref="ConnectionString"/>.</summary>
public sealed class AcsOptions
{
    /// <summary>The section of the settings: <c>Acs__Endpoint</c> and so on.</summary>
    public const string Section = "Acs";

    /// <summary>
    /// Where the resource lies, such as <c>https://clinic.unitedstates.communication.azure.com</c>, reached with the app's managed identity.
    /// Where both are set, it comes before the connection string. Only https.
    /// </summary>
    public string Endpoint { get; set; } = "";

    /// <summary>The resource's connection string: <c>endpoint=https://…;accesskey=…</c>. Only https, except on this machine.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>
    /// The secrets in the address to which Event Grid posts what came of mails, <c>/api/email-events/acs?secret=…</c>: 32 characters or more
    /// of those that an address takes as they are. More than one while they are rotated. Without any, no event is taken there.
    /// </summary>
    public IList<string> EventSecrets { get; } = [];
}
