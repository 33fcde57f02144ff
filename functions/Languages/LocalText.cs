namespace LeadFunctions.Languages;

/// <summary>A text of the clinic's content, in each language.</summary>
/// <param name="English">In English.</param>
/// <param name="Spanish">In Spanish.</param>
public sealed record LocalText(string English, string Spanish)
{
    public string In(Language language) => language == Language.Spanish ? Spanish : English;

    /// <summary>In the language that is spoken now, so that a page can show it as it is.</summary>
    public override string ToString() => In(Language.Current);
}
