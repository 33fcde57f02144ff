namespace LeadFunctions.Leads;

/// <summary>An erasure that was begun.</summary>
/// <param name="Contact">Of whom.</param>
/// <param name="Leads">Their leads that are still to be removed.</param>
/// <param name="BeganAt">UTC.</param>
/// <param name="IsCut">There are more than go on record at once: when these are gone, it is begun again.</param>
public sealed record Erasure(ContactKey Contact, IReadOnlyList<LeadHandle> Leads, DateTimeOffset BeganAt, bool IsCut);
