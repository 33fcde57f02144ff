using LeadFunctions.Leads;

namespace LeadFunctions.FollowUp;

/// <summary>
/// What goes before what. Danger first. Then, somebody who waits for a call waits by the phone: calls first, and staff before visitors.
/// </summary>
public enum Precedence
{
    Danger,
    Call,
    Staff,
    Visitor,
}

public static class PrecedenceRules
{
    public static Precedence Of(DueWork work) => work switch
    {
        { Key.Track: Track.Visitor } => Precedence.Visitor,
        { IsUrgent: true } => Precedence.Danger,
        { Kind: LeadKind.Call } => Precedence.Call,
        _ => Precedence.Staff,
    };
}
