namespace LeadFunctions.StaffMail;

/// <summary>Section <c>Digest</c>, as far as it says how much mail to staff tells; the alert and the digest both obey it.</summary>
public sealed class StaffMailOptions
{
    public const string Section = "Digest";

    /// <summary>Kind, first name and initial, times, reference: what an unencrypted mail may say.</summary>
    public const string Minimal = "minimal";

    /// <summary>Also the contact data, the concerns and the message: for a clinic whose own mail is protected.</summary>
    public const string Full = "full";

    /// <summary><c>minimal</c> or <c>full</c>. Default: minimal.</summary>
    public string Detail { get; set; } = Minimal;

    /// <summary>Whether contact data and health details are in the mail.</summary>
    public bool IsFull => Detail == Full;
}
