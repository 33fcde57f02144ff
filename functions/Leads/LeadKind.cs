namespace LeadFunctions.Leads;

/// <summary>What the visitor asked for.</summary>
public enum LeadKind
{
    Appointment,
    Call,
}
