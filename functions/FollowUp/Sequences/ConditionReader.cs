using LeadFunctions.Articles;
using LeadFunctions.Clinic;
using LeadFunctions.Languages;
using LeadFunctions.Leads;

namespace LeadFunctions.FollowUp;

/// <summary>Reads for whom a step is.</summary>
internal sealed class ConditionReader(ContentReading reading)
{
    private readonly ConcernCatalogue concerns = reading.Part<ConcernCatalogue>();

    public StepConditions Read(ContentSection step) => step.Has("only") ? step.Section("only", Conditions) : StepConditions.None;

    private StepConditions Conditions(ContentSection only)
    {
        var conditions = new StepConditions
        {
            AnyOf = Concerns(only, "anyOf"),
            NoneOf = Concerns(only, "noneOf"),
            Language = only.Has("language")
                ? only.Value<Language?>("language", null, TryLanguage, string.Join(" or ", Language.All.Select(language => language.Code)))
                : null,
            Statuses = only.Has("status") ? only.Values<LeadStatus>("status", TryStatus, "new or contacted: at any other the sequence has ended") : [],
            Clicked = only.Has("clicked") ? only.Value<bool>("clicked", false, TryYes, "yes or no") : null,
        };

        if (conditions.AnyOf.Intersect(conditions.NoneOf).Any())
        {
            only.Report("'noneOf': expected none of 'anyOf'", "noneOf");
        }

        return conditions;
    }

    private IReadOnlyList<string> Concerns(ContentSection only, string name) => only.Has(name)
        ? only.Values<string>(name, TryConcern, $"ids of {ConcernReader.File}")
        : [];

    // A follow-on problem only hides the first one.
    private bool TryConcern(string text, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out string id)
    {
        id = text;
        return !reading.IsSound(ConcernReader.File) || concerns.Contains(text);
    }

    private static bool TryLanguage(string text, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out Language language)
    {
        language = Language.All.FirstOrDefault(known => known.Code == text);
        return language is not null;
    }

    private static bool TryStatus(string text, out LeadStatus status)
    {
        status = text == "contacted" ? LeadStatus.Contacted : LeadStatus.New;
        return text is "new" or "contacted";
    }

    private static bool TryYes(string text, out bool isYes)
    {
        isYes = text == "yes";
        return text is "yes" or "no";
    }
}
