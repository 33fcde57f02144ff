using System.Text.RegularExpressions;
using System.Xml.Linq;
using LeadFunctions.Articles;
using LeadFunctions.Clinic;
using LeadFunctions.Languages;
using LeadFunctions.Local;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Languages;

/// <summary>One text of a resource file or of the sample content.</summary>
/// <param name="Name">Where it stands, and what it is called there.</param>
/// <param name="Value">The text.</param>
internal sealed record Words(string Name, string Value);

/// <summary>All that visitors may be told, in each language.</summary>
internal static partial class AllWords
{
    // A shorter piece may stand in another language by chance.
    private const int Telling = 12;

    public static IReadOnlyList<Words> Resources(Language language) =>
    [
        .. from file in ResourceFiles(language)
           from entry in XDocument.Load(file).Root!.Elements("data")
           select new Words($"{PairOf(file)}.{entry.Attribute("name")!.Value}", entry.Element("value")!.Value),
    ];

    /// <summary>What is in a resource file for one language only.</summary>
    public static IEnumerable<string> PairsWithout(Language language) =>
        Language.All.SelectMany(ResourceFiles).Select(PairOf).Distinct().Except(ResourceFiles(language).Select(PairOf));

    public static IEnumerable<Words> Content(TestApp app, Language language)
    {
        var clinic = app.Get<ClinicProfile>();
        IEnumerable<(string Name, LocalText Text)> texts =
        [
            .. from consent in new[] { clinic.Consents.Articles, clinic.Consents.Calls, clinic.Consents.Texts, clinic.Consents.Email }
               from wording in consent.Wordings
               select ("a consent", wording.Text),
            ("crisis", clinic.Crisis.Message),
            .. clinic.Crisis.Lines.SelectMany(line => new[] { line.Name, line.Note }).OfType<LocalText>().Select(text => ("crisis line", text)),
            ("article notice", clinic.ArticleNotice),
            .. app.Get<ConcernCatalogue>().All.Select(concern => (concern.Id, concern.Label)),
            .. app.Get<ArticleCatalogue>().All.SelectMany(article => new[] { (article.Slug, article.Title), (article.Slug, article.Summary) }),
        ];
        return texts.Select(text => new Words(text.Name, text.Text.In(language)));
    }

    /// <summary>The pieces of all texts, between their places, that are long enough to give a language away.</summary>
    public static IReadOnlyList<string> Pieces(TestApp app, Language language)
    {
        var own = Resources(language).Concat(Content(app, language));
        var others = Language.All.Where(other => other != language).SelectMany(other => Resources(other).Concat(Content(app, other))).ToList();
        return
        [
            .. own.SelectMany(words => Place().Split(words.Value))
                .Select(piece => piece.Trim())
                .Where(piece => piece.Length > Telling && !others.Exists(words => words.Value.Contains(piece, StringComparison.OrdinalIgnoreCase)))
                .Distinct(),
        ];
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    public static partial Regex Place();

    private static IEnumerable<string> ResourceFiles(Language language) => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "functions"), "*Text*.resx", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Where(file => LanguageOf(file) == language);

    private static Language LanguageOf(string file) => Language.Of(Path.GetExtension(Path.GetFileNameWithoutExtension(file)).TrimStart('.')) ?? Language.English;

    private static string PairOf(string file) => Path.GetFileName(file).Split('.')[0];
}
