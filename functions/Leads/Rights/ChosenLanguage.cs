using LeadFunctions.Languages;

namespace LeadFunctions.Leads;

/// <summary>A language that a person chose to be written to in.</summary>
/// <param name="Language">Which.</param>
/// <param name="At">When (UTC): a request that came later says it anew.</param>
public sealed record ChosenLanguage(Language Language, DateTimeOffset At);
