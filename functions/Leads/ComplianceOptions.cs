namespace LeadFunctions.Leads;

/// <summary>Section <c>Compliance</c>: under which rules the clinic handles what it is told.</summary>
public sealed class ComplianceOptions
{
    public const string Section = "Compliance";

    private const string Standard = "Standard";
    private const string Hipaa = "Hipaa";

    /// <summary><c>Standard</c>, or <c>Hipaa</c>: then the app refuses to start with whatever would show a visitor to third parties.</summary>
    public string Mode { get; set; } = Standard;

    public bool IsHipaa => Mode == Hipaa;

    /// <summary>Whether the mode is one that is known.</summary>
    public bool IsKnown => Mode is Standard or Hipaa;
}
