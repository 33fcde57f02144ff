using LeadFunctions.Leads;

namespace LeadFunctions.Desk;

/// <summary>A list of leads as somebody asks for it.</summary>
/// <param name="Filter">Which leads.</param>
/// <param name="After">Where the page before ended; null for the first.</param>
/// <param name="Limit">How many at most; null where nobody said.</param>
public sealed record LeadList(LeadFilter Filter, LeadCursor? After, int? Limit)
{
    /// <summary>So many at most where nobody says.</summary>
    public const int UsualLimit = 50;

    /// <summary>So many at most whatever anybody says.</summary>
    public const int HighestLimit = 200;
}
