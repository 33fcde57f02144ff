namespace LeadFunctions.Leads;

/// <summary>How much like spam a submission looked, and why: kept with the lead, so that staff can judge the judgement.</summary>
/// <param name="Score">The points of all reasons together; 0 when nothing spoke against it.</param>
/// <param name="Reasons">The ids of what spoke against it, heaviest first. Ids hold no spaces, and nothing of what was written.</param>
/// <param name="IsSpam">Whether that is enough to hold the lead in quarantine.</param>
public sealed record Suspicion(int Score, IReadOnlyList<string> Reasons, bool IsSpam)
{
    public static Suspicion None { get; } = new(0, [], IsSpam: false);
}
