namespace LeadFunctions.Leads;

/// <summary>The last claim of a kind of mail for a contact. It is set before the mail leaves, so that a limit holds even when the answer is lost.</summary>
/// <param name="At">When it was claimed (UTC).</param>
/// <param name="Send">Which send; the limit does not stop a send from being tried again.</param>
public sealed record ClaimMark(DateTimeOffset At, SendKey Send)
{
    /// <summary>Whether another send than this one must wait.</summary>
    public bool Holds(SendKey other, DateTimeOffset now, TimeSpan rest) => Send != other && now < At + rest;
}
