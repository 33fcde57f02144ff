using System.Globalization;

namespace LeadFunctions.Languages;

/// <summary>
/// A language that visitors are spoken to in. What is said to a visitor comes from resource files and speaks
/// <see cref="CultureInfo.CurrentUICulture"/>; <see cref="Speak"/> sets it for one request or one mail.
/// </summary>
public sealed class Language
{
    /// <summary>The parameter of an address that says which language its page speaks.</summary>
    public const string Parameter = "lang";

    public static readonly Language English = new("en", "en-US", "English", "English");

    public static readonly Language Spanish = new("es", "es-US", "Español", "Spanish");

    private Language(string code, string culture, string name, string englishName)
    {
        (Code, Name, EnglishName) = (code, name, englishName);
        Culture = CultureInfo.GetCultureInfo(culture);
    }

    /// <summary>The first is spoken to whoever asks for none of them.</summary>
    public static IReadOnlyList<Language> All { get; } = [English, Spanish];

    /// <summary>The one that is spoken now.</summary>
    public static Language Current => Of(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? English;

    /// <summary>ISO 639-1, as in <c>?lang=es</c>, in the <c>lang</c> attribute of a page and with a lead.</summary>
    public string Code { get; }

    /// <summary>What its speakers call it.</summary>
    public string Name { get; }

    /// <summary>What staff call it.</summary>
    public string EnglishName { get; }

    /// <summary>What asks for it in an address of ours: <c>lang=es</c>.</summary>
    public string Query => $"{Parameter}={Code}";

    /// <summary>How dates and numbers are written.</summary>
    public CultureInfo Culture { get; }

    /// <summary>The language of a tag such as <c>es</c> or <c>es-MX</c> (BCP 47); null when it is none of ours.</summary>
    public static Language? Of(string? tag) => All.FirstOrDefault(language =>
        tag is not null
        && tag.StartsWith(language.Code, StringComparison.OrdinalIgnoreCase)
        && (tag.Length == language.Code.Length || tag[language.Code.Length] == '-'));

    /// <summary>Speaks this language from here to the end of the calling async method, and in whatever it calls.</summary>
    public void Speak()
    {
        CultureInfo.CurrentCulture = Culture;
        CultureInfo.CurrentUICulture = Culture;
    }

    public override string ToString() => Code;
}
