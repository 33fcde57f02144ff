using LeadFunctions.Languages;
using LeadFunctions.Leads;

namespace LeadFunctions.Privacy;

/// <summary>What a person chose on the page with their preferences.</summary>
/// <param name="Agreed">The channels whose box is ticked.</param>
/// <param name="IsPaused">Articles wait for a month.</param>
/// <param name="Language">What to write in; null when nothing was chosen.</param>
public sealed record Wish(IReadOnlySet<ConsentChannel> Agreed, bool IsPaused, Language? Language);
