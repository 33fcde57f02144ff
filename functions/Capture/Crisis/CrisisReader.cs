using LeadFunctions.Clinic;

namespace LeadFunctions.Capture;

/// <summary>Reads <c>crisis.yml</c>.</summary>
internal static class CrisisReader
{
    public const string File = "crisis.yml";

    private const int MostContexts = 64;

    public static CrisisWording Read(ContentReading reading) => reading.Yaml(File, file =>
        new CrisisWording([file.Section("english", Language), file.Section("spanish", Language)]));

    private static CrisisLanguage Language(ContentSection language)
    {
        var lexicon = new Lexicon(language.Section("shorthand", Shorthand), language.Texts("misspelt"));
        var lists = language.Section("words", words => Lists(words, lexicon));
        var parser = new PhraseParser(lexicon, lists);
        var phrases = new List<(Phrase, PhraseUse)>();
        AddPhrases(PhraseKind.Negation, 0, language, "negation");
        AddPhrases(PhraseKind.Harmless, 0, language, "harmless");
        var contexts = language.Section("contexts", Contexts);
        var dangers = new List<Danger>();
        language.Sections("danger", danger =>
        {
            danger.Text("about");
            AddPhrases(PhraseKind.Danger, dangers.Count, danger, "phrases");
            dangers.Add(new(Bits(danger, "unless", contexts), Bits(danger, "still", contexts)));
            return true;
        });
        return new(lexicon, dangers, phrases);

        List<string> Contexts(ContentSection section)
        {
            var names = section.Names.ToList();
            if (names.Count > MostContexts)
            {
                section.Report($"expected at most {MostContexts} contexts");
            }

            foreach (var (number, name) in names.Index())
            {
                AddPhrases(PhraseKind.Context, number, section, name);
            }

            return names;
        }

        void AddPhrases(PhraseKind kind, int number, ContentSection section, string name)
        {
            foreach (var phrase in section.Values<Phrase>(name, parser.TryParse, PhraseParser.Expected))
            {
                phrases.Add((phrase, new(kind, number)));
            }
        }
    }

    private static IEnumerable<(string Short, string Long)> Shorthand(ContentSection section) =>
        [.. section.Names.Select(name => (name, section.Text(name)))];

    private static Dictionary<string, Phrase> Lists(ContentSection section, Lexicon lexicon)
    {
        var lists = new Dictionary<string, Phrase>(StringComparer.Ordinal);
        var parser = new PhraseParser(lexicon, lists);
        foreach (var name in section.Names)
        {
            var phrases = section.Values<Phrase>(name, parser.TryParse, PhraseParser.Expected);
            if (phrases.Count > 0)
            {
                lists[name] = PhraseParser.OneOf(phrases);
            }
        }

        return lists;
    }

    private static ulong Bits(ContentSection danger, string field, List<string> contexts)
    {
        var bits = 0UL;
        foreach (var name in danger.Has(field) ? danger.Texts(field) : [])
        {
            if (contexts.IndexOf(name) is >= 0 and var number)
            {
                bits |= 1UL << number;
                continue;
            }

            danger.Report($"'{field}': there is no context '{name}'", field);
        }

        return bits;
    }
}
