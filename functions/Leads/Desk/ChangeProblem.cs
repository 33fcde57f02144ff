namespace LeadFunctions.Leads;

/// <summary>Why a change is not possible.</summary>
public enum ChangeProblem
{
    /// <summary>There is no way from the lead's status to that one.</summary>
    StatusOutOfReach,

    /// <summary>A reason for closing a lead that is not closed.</summary>
    NotClosed,
}
