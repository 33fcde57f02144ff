using LeadFunctions.Clinic;

namespace LeadFunctions.Capture;

/// <summary>Reads <c>spam.yml</c>.</summary>
internal static class SpamRulesReader
{
    public const string File = "spam.yml";

    private const int MostPoints = 100;

    public static SpamRules Read(ContentReading reading) => reading.Yaml(File, Read);

    private static SpamRules Read(ContentSection spam) => new()
    {
        QuarantineAt = spam.Number("quarantineAt", 1, MostPoints),
        Quickest = TimeSpan.FromSeconds(spam.Number("quickestSeconds", 1, 30)),
        Oldest = spam.Value("oldestForm", TimeSpan.FromDays(7), ContentValues.TryDuration, ContentValues.DurationExpected),
        MostWithTheSame = spam.Number("mostWithTheSame", 1, Sightings.MostCounted - 1),
        Signs = spam.Section("signs", signs => SpamSigns.All.ToDictionary(id => id, id => signs.Section(id, Sign))),
        CheapHosts = spam.Texts("cheapHosts"),
        Phrases = new(
        [
            .. spam.Texts("pitches").Select(phrase => (phrase, SpamSigns.Pitch)),
            .. spam.Texts("offers").Select(phrase => (phrase, SpamSigns.Offer)),
            .. spam.Texts("topics").Select(phrase => (phrase, SpamSigns.Topic)),
        ]),
    };

    private static SpamSign Sign(ContentSection sign)
    {
        var points = sign.Number("points", 0, MostPoints);
        return new(points, sign.Has("most") ? sign.Number("most", points, MostPoints) : points, sign.LocalText("says"));
    }
}
