namespace LeadFunctions.Leads;

/// <summary>How a call of staff ended.</summary>
public enum CallResult
{
    Reached,
    LeftMessage,
    NoAnswer,
}
