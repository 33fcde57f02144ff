using LeadFunctions.Languages;
using LeadFunctions.Leads;

namespace LeadFunctions.Marketing;

/// <summary>Which way of writing a step is read more. None is called the better one before enough people got each, and it is certain.</summary>
internal static class VariantTable
{
    /// <summary>So many people must have got each variant of a step.</summary>
    public const int Enough = 100;

    private const int MostCompared = 3;

    public static FigureTable Of(MarketingFigures figures) => new(
        "variants",
        MarketingText.VariantsTitle,
        [
            Said.Column(Metric.Delivered), Said.Column(Metric.Opened), Said.Column(Metric.Clicked), Said.Column("ShareClicked", "Share"),
            Said.Column("IntervalLow", "Interval"), Said.Column("IntervalHigh", "Interval"), Said.Column(Metric.Booked), Said.Column("Verdict", "VariantVerdict"),
        ],
        [.. figures.Now.By(Dimension.Variant)
            .GroupBy(variant => variant.Key[..variant.Key.LastIndexOf('.')])
            .OrderBy(step => step.Key, StringComparer.Ordinal)
            .SelectMany(step => step.OrderBy(variant => variant.Key, StringComparer.Ordinal).Select(variant => Row(variant.Key, variant.Value, [.. step.Where(other => other.Key != variant.Key).Select(other => other.Value)])))])
    {
        Key = Said.Column("Variant"),
        Note = MarketingText.VariantsNote.With(Enough),
    };

    /// <summary>What can be said of a variant beside the others of its step.</summary>
    internal static string Verdict(Counts variant, IReadOnlyCollection<Counts> others) =>
        others.Append(variant).Any(one => one[Metric.Delivered] < Enough) || others.Count == 0 ? "Waiting"
        : others.All(other => Clicked(variant).IsCertainlyHigherThan(Clicked(other), Math.Min(others.Count, MostCompared))) ? "Ahead"
        : others.Any(other => Clicked(other).IsCertainlyHigherThan(Clicked(variant), Math.Min(others.Count, MostCompared))) ? "Behind"
        : "Open";

    private static FigureRow Row(string key, Counts counts, IReadOnlyCollection<Counts> others)
    {
        var clicked = Clicked(counts);
        return new(
            key,
            key,
            [
                new FigureValue.Count(clicked.Whole),
                new FigureValue.Count(counts[Metric.Opened]),
                new FigureValue.Count(clicked.Part),
                new FigureValue.Share(clicked.Part, clicked.Whole),
                new FigureValue.Limit(clicked.Whole < FigureValue.Enough ? null : clicked.Interval.Low),
                new FigureValue.Limit(clicked.Whole < FigureValue.Enough ? null : clicked.Interval.High),
                new FigureValue.Count(counts[Metric.Booked]),
                new FigureValue.Word(Said.Word($"Verdict{Verdict(counts, others)}"), Said.Wire(Verdict(counts, others))),
            ]);
    }

    private static Proportion Clicked(Counts counts) => new(counts[Metric.Clicked], counts[Metric.Delivered]);
}
