namespace LeadFunctions.Access;

/// <summary>Section <c>Staff</c>, the part about tokens of Microsoft Entra ID in place of a session; without a tenant none is taken.</summary>
public sealed class EntraOptions
{
    public const string Section = "Staff";

    /// <summary>The setting <c>Staff__EntraTenant</c>: the tenant's id, a GUID. Empty: no token is taken.</summary>
    public string EntraTenant { get; set; } = "";

    /// <summary>The setting <c>Staff__EntraAudience</c>: the client id or application id URI for which tokens must have been issued.</summary>
    public string EntraAudience { get; set; } = "";

    /// <summary>The setting <c>Staff__EntraAuthority</c>: who issues them; another than the default for national clouds only.</summary>
    public string EntraAuthority { get; set; } = "https://login.microsoftonline.com";

    public bool IsOn => EntraTenant.Length > 0;
}
