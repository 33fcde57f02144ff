using System.Text.RegularExpressions;
using LeadFunctions.Clinic;

namespace LeadFunctions.Articles;

/// <summary>Reads <c>concerns.yml</c>.</summary>
internal static partial class ConcernReader
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

        foreach (var id in named.CountBy(concern => concern.Id).Where(id => id.Value > 1 && id.Key.Length > 0))
        {
            section.Report($"the id '{id.Key}' stands here more than once");
        }

        if (nothing.Length > 0 && !all.Exists(concern => concern.Id == nothing && concern.Kind == ConcernKind.Concern))
        {
            section.Report($"'whenNothingNamed': expected the id of a concern, not '{nothing}'", "whenNothingNamed");
        }

        return new(all, nothing);
    }

    private static Concern Concern(ContentSection concern, ConcernKind kind)
        => new(
            concern.Text("id", Id(), "1 to 50 lower-case letters, digits and hyphens"),
            concern.Text("label", 60),
            kind,
            concern.Texts("words"));

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Id();
}
