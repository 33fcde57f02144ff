namespace LeadFunctions.Leads;

/// <summary>How the visitor wants to be answered.</summary>
public enum ContactBy
{
    Email,
    Phone,
    Text,
}
