namespace LeadFunctions.Leads;

/// <summary>What a member of the clinic's staff may see and do.</summary>
public enum StaffRole
{
    Staff,
    Marketing,
    Admin,
}
