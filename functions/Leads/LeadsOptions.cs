namespace LeadFunctions.Leads;

/// <summary>Section <c>Leads</c>: the secrets under which people are filed and links are signed, and where the app is seen from outside.</summary>
public sealed class LeadsOptions
{
    public const string Section = "Leads";

    /// <summary>The secret of the keyed hashes. At least 32 characters. It never changes: people filed under another are not found again.</summary>
    public string Pepper { get; set; } = "";

    /// <summary>Secrets that sign links, newest first; older ones still verify. At least 32 characters each.</summary>
    public IList<string> SigningKeys { get; } = [];

    /// <summary>The address at which visitors reach the app, without a trailing slash, such as <c>https://requests.example.com</c>.</summary>
    public string PublicBaseUrl { get; set; } = "";

    /// <summary>Whether the app is reached on this machine alone, as on a laptop.</summary>
    public bool IsOnThisMachine => Uri.TryCreate(PublicBaseUrl, UriKind.Absolute, out var address) && address.IsLoopback;
}
