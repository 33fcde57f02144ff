namespace LeadFunctions.Leads;

/// <summary>Section <c>Staff</c>: who works with leads.</summary>
public sealed class StaffOptions
{
    public const string Section = "Staff";

    /// <summary>Each <c>address;role</c>, role being staff, marketing or admin.</summary>
    public IList<string> Members { get; } = [];
}
