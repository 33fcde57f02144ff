using LeadFunctions.Leads;

namespace LeadFunctions.Stats;

/// <summary>Which figures are asked for.</summary>
/// <param name="From">The first date of the clinic.</param>
/// <param name="To">The last one, included.</param>
/// <param name="By">What tells the rows apart.</param>
public sealed record StatsQuery(DateOnly From, DateOnly To, StatsBy By);

/// <summary>A way to tell figures apart, as callers name it.</summary>
/// <param name="Name">Such as <c>concern</c>.</param>
/// <param name="Dimension">What it means; null for the date.</param>
/// <param name="IsExclusive">Each thing that is counted is in one row only, so that the rows come to the totals.</param>
/// <param name="IsOrdered">The keys have an order of their own.</param>
public sealed record StatsBy(string Name, Dimension? Dimension, bool IsExclusive = true, bool IsOrdered = false)
{
    public static StatsBy Day { get; } = new("day", null, IsOrdered: true);

    /// <summary>Those of the contract first.</summary>
    public static IReadOnlyList<StatsBy> All { get; } =
    [
        Day,
        new("kind", Leads.Dimension.Kind),
        new("concern", Leads.Dimension.Concern, IsExclusive: false),
        new("article", Leads.Dimension.Article, IsExclusive: false),
        new("step", Leads.Dimension.Step, IsOrdered: true),
        new("source", Leads.Dimension.Source),
        new("sequence", Leads.Dimension.Sequence, IsOrdered: true),
        new("campaign", Leads.Dimension.Campaign),
        new("medium", Leads.Dimension.Medium),
        new("content", Leads.Dimension.Content),
        new("language", Leads.Dimension.Language),
        new("firstSource", Leads.Dimension.FirstSource),
        new("firstCampaign", Leads.Dimension.FirstCampaign),
        new("hour", Leads.Dimension.Hour, IsOrdered: true),
        new("variant", Leads.Dimension.Variant, IsExclusive: false, IsOrdered: true),
        new("wait", Leads.Dimension.Wait, IsExclusive: false, IsOrdered: true),
    ];
}
