using LeadFunctions.Languages;

namespace LeadFunctions.Leads;

/// <summary>What the reasons to hold a lead back mean, in the clinic's words for staff.</summary>
/// <param name="words">By the ids in <see cref="Suspicion.Reasons"/>.</param>
public sealed class SuspicionWords(IReadOnlyDictionary<string, LocalText> words)
{
    /// <summary>The reasons in the language that is spoken now, heaviest first; of one that is not known any more, its id.</summary>
    public string Of(Suspicion suspicion) =>
        string.Join(' ', suspicion.Reasons.Select(reason => words.TryGetValue(reason, out var text) ? text.ToString() : reason));
}
