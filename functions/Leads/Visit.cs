namespace LeadFunctions.Leads;

/// <summary>Where the visitor wants to be seen.</summary>
public enum Visit
{
    Either,
    InPerson,
    Telehealth,
}
