namespace LeadFunctions.Capture;

/// <summary>
/// Recognises in what a visitor writes that somebody may be in danger: the writer, or a person close to them. The phrases are those of
/// <c>content/crisis.yml</c>; messages may mix the languages. The same message always has the same answer.
/// </summary>
public sealed class CrisisWording
{
    private readonly IReadOnlyList<CrisisLanguage> languages;

    internal CrisisWording(IReadOnlyList<CrisisLanguage> languages)
    {
        this.languages = languages;
        foreach (var language in languages)
        {
            language.Lexicon.MeetNeighbours(languages.Select(other => other.Lexicon));
        }
    }

    /// <summary>Whether what was written sounds like danger. It is a hint to offer help at once, never a judgement of a person.</summary>
    public bool IsIn(string message)
    {
        foreach (var language in languages)
        {
            if (language.IsDanger(message))
            {
                return true;
            }
        }

        return false;
    }
}
