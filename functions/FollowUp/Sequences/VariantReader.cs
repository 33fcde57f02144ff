using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using LeadFunctions.Articles;
using LeadFunctions.Clinic;

namespace LeadFunctions.FollowUp;

/// <summary>Reads the variants of a step.</summary>
internal sealed partial class VariantReader(ContentReading reading)
{
    private const int Most = 4;
    private const int LongestSubject = 60;

    private readonly ArticleCatalogue articles = reading.Part<ArticleCatalogue>();
    private readonly ConcernCatalogue concerns = reading.Part<ConcernCatalogue>();
    private readonly ConcernHints hints = new(reading.Part<ConcernCatalogue>());

    /// <param name="step">The section of the step.</param>
    /// <param name="mostFirst">How many articles the step brings.</param>
    public IReadOnlyList<StepVariant> Read(ContentSection step, int mostFirst)
    {
        if (!step.Has("variants"))
        {
            return [];
        }

        var variants = step.Sections("variants", section => Variant(section, mostFirst));
        if (variants.Count is < 2 or > Most)
        {
            step.Report($"'variants': expected 2 to {Most}", "variants");
        }

        if (variants.Select(variant => variant.Id).Distinct().Count() < variants.Count || variants.Count(variant => variant is { Subject: null, First: [] }) > 1)
        {
            step.Report("'variants': expected each to have an id of its own, and at most one that changes nothing", "variants");
        }

        return variants;
    }

    private StepVariant Variant(ContentSection section, int mostFirst)
    {
        var variant = new StepVariant(section.Text("id", Id().IsMatch, "1 to 8 lower-case letters and digits"))
        {
            Subject = section.Has("subject") ? section.LocalText("subject", LongestSubject) : null,
            First = section.Has("first") ? section.Values<string>("first", TryArticle, "slugs of articles") : [],
        };
        if (variant.Subject is { } subject && (IsTelling(subject.English) || IsTelling(subject.Spanish)))
        {
            section.Report("'subject': expected no word for a concern or a treatment: it is seen on locked phones", "subject");
        }

        if (variant.First.Count > mostFirst)
        {
            section.Report($"'first': expected at most {mostFirst}, as many as the step brings", "first");
        }

        return variant;
    }

    private bool IsTelling(string subject) => hints.In(subject).Count > 0
        || concerns.All.Any(concern => Holds(subject, concern.Label.English) || Holds(subject, concern.Label.Spanish));

    // A label that is empty is a mistake of its own, and is told where it stands.
    private static bool Holds(string subject, string label) => label.Length > 0 && subject.Contains(label, StringComparison.OrdinalIgnoreCase);

    private bool TryArticle(string text, [MaybeNullWhen(false)] out string slug)
    {
        slug = text;
        return articles.TryFind(text, out _);
    }

    [GeneratedRegex("^[a-z0-9]{1,8}$")]
    private static partial Regex Id();
}
