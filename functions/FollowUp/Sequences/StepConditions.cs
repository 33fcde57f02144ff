using LeadFunctions.Languages;
using LeadFunctions.Leads;

namespace LeadFunctions.FollowUp;

/// <summary>For whom a step is. All that is said must hold; who is left out gets the step after it, at its own time.</summary>
public sealed record StepConditions
{
    public static StepConditions None { get; } = new();

    /// <summary>Ids of which the person must have named one; empty for everybody.</summary>
    public IReadOnlyList<string> AnyOf { get; init; } = [];

    /// <summary>Ids of which the person must have named none.</summary>
    public IReadOnlyList<string> NoneOf { get; init; } = [];

    /// <summary>The language of the person; null for each.</summary>
    public Language? Language { get; init; }

    /// <summary>How far staff must have come with the request; empty for however far.</summary>
    public IReadOnlyList<LeadStatus> Statuses { get; init; } = [];

    /// <summary>Whether a person must have followed a link of an earlier mail of this request, or must not; null for either.</summary>
    public bool? Clicked { get; init; }

    /// <summary>What does not hold, in one word that names nothing of the person: concern, language, status or click; null when all does.</summary>
    public string? Unmet(Lead lead, StepFacts facts) =>
        (AnyOf.Count > 0 && !AnyOf.Intersect(lead.Concerns).Any()) || NoneOf.Intersect(lead.Concerns).Any() ? "concern"
        : Language is not null && Language != lead.Language ? "language"
        : Statuses.Count > 0 && !Statuses.Contains(lead.Status) ? "status"
        : Clicked is { } clicked && clicked != facts.HasClicked ? "click"
        : null;
}
