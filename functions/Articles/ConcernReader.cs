using LeadFunctions.Clinic;
using LeadFunctions.Languages;

namespace LeadFunctions.Articles;

/// <summary>Reads <c>concerns.yml</c>.</summary>
internal static class ConcernReader
{
    public const string File = "concerns.yml";

    public static ConcernCatalogue Read(ContentReading reading) => reading.Yaml(File, Read);

    private static ConcernCatalogue Read(ContentSection section)
    {
        Concern[] named =
        [
            .. section.Sections("concerns", concern => Concern(concern, ConcernKind.Concern)),
            .. section.Sections("interests", interest => Concern(interest, ConcernKind.Interest)),
        ];
        var all = named.DistinctBy(concern => concern.Id).ToList();
        var nothing = section.Text("whenNothingNamed", 50);

        foreach (var same in named.GroupBy(concern => concern.Id).Where(same => same.Key.Length > 0 && same.Count() > 1))
        {
            section.Report($"the id '{same.Key}' stands here more than once");
        }

        if (nothing.Length > 0 && !all.Exists(concern => concern.Id == nothing && concern.Kind == ConcernKind.Concern))
        {
            section.Report($"'whenNothingNamed': expected the id of a concern, not '{nothing}'", "whenNothingNamed");
        }

        return new(all, nothing);
    }

    private static Concern Concern(ContentSection concern, ConcernKind kind)
        => new(
            concern.Text("id", ContentValues.IsId, ContentValues.IdExpected),
            concern.LocalText("label", 60),
            kind,
            concern.Section("words", words => (string[])[.. words.Texts(Language.English.Code), .. words.Texts(Language.Spanish.Code)]));
}
