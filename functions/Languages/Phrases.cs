namespace LeadFunctions.Languages;

/// <summary>Phrases with places for what changes, in the language that is spoken now.</summary>
public static class Phrases
{
    /// <summary>Fills the places <c>{0}</c>, <c>{1}</c>… of a phrase; numbers are written as the language writes them.</summary>
    public static string With(this string phrase, params ReadOnlySpan<object?> values) => string.Format(Language.Current.Culture, phrase, values);

    /// <summary>The phrase for a number: both languages have one form for 1 and one for the rest (CLDR plural rules, below a million).</summary>
    /// <param name="count">The number; it fills <c>{0}</c>.</param>
    /// <param name="one">What is said of one.</param>
    /// <param name="many">What is said of none and of several.</param>
    public static string Count(int count, string one, string many) => (count == 1 ? one : many).With(count);
}
