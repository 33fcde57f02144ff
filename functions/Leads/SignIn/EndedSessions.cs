namespace LeadFunctions.Leads;

/// <summary>Which sessions of a member are over before their time.</summary>
/// <param name="UpTo">All that began at this instant or before; null for none.</param>
/// <param name="Sessions">These too.</param>
public sealed record EndedSessions(DateTimeOffset? UpTo, IReadOnlySet<string> Sessions)
{
    public static EndedSessions None { get; } = new(null, new HashSet<string>());

    public bool Holds(string session, DateTimeOffset startedAt) => startedAt <= UpTo || Sessions.Contains(session);
}
