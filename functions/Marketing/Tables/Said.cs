using LeadFunctions.Articles;
using LeadFunctions.Clinic;
using LeadFunctions.Languages;
using LeadFunctions.Leads;

namespace LeadFunctions.Marketing;

/// <summary>What figures are called, in the language that is spoken now.</summary>
public sealed class Said(ConcernCatalogue concerns, ArticleCatalogue articles, ClinicProfile clinic)
{
    /// <summary>A column of a metric, as <c>/api/stats</c> has it.</summary>
    public static FigureColumn Column(Metric metric) => Column(metric.ToString());

    /// <summary>A column of its own, with its own definition.</summary>
    public static FigureColumn Column(string name) => Column(name, name);

    /// <param name="name">Of <c>Head…</c> in the resources.</param>
    /// <param name="definition">Of <c>Def…</c>.</param>
    public static FigureColumn Column(string name, string definition) => new(Wire(name), Word($"Head{name}"), Wire(definition));

    /// <summary>A word of the resources.</summary>
    public static string Word(string name) =>
        MarketingText.ResourceManager.GetString(name, Language.Current.Culture) ?? throw new ArgumentException($"There is no word for {name}.", nameof(name));

    public static string Wire(string name) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name);

    public string Label(Dimension dimension, string key) => key switch
    {
        Tally.None => MarketingText.KeyNone,
        Tally.Other when dimension != Dimension.Concern => MarketingText.KeyOther,
        _ => dimension switch
        {
            Dimension.Concern => Concern(key),
            Dimension.Article => articles.TryFind(key, out var article) ? article.Title.ToString() : key,
            Dimension.Step => key == "0" ? MarketingText.StepConfirmation : MarketingText.StepLetter.With(key),
            Dimension.Source or Dimension.FirstSource => Page(key),
            Dimension.Wait => MarketingText.WaitDays.With(key.Split('-').Aggregate("", (all, part) => all + (all.Length > 0 ? "–" : "") + Number(part))),
            _ => key,
        },
    };

    // Of the clinic's own website the path is enough, and a narrow window has no room for more.
    private string Page(string page)
    {
        var website = clinic.Website.AbsoluteUri.TrimEnd('/');
        return page.StartsWith(website, StringComparison.OrdinalIgnoreCase) && page.Length > website.Length ? page[website.Length..] : page;
    }

    private string Concern(string id) => concerns.TryFind(id, out var concern) ? concern.Label.ToString() : id == Tally.Other ? MarketingText.KeyOther : id;

    private static string Number(string digits) => digits.TrimStart('0') is { Length: > 0 } meant ? meant : "0";
}
