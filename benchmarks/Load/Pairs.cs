namespace LeadFunctions.Benchmarks;

/// <summary>
/// Rounds in alternating pairs, ours and the floor: what slows the machine down for a while slows both, so that their ratio stands
/// where neither number does.
/// </summary>
internal sealed record Pairs<T>(IReadOnlyList<T> Ours, IReadOnlyList<T> Floor)
{
    public static async Task<Pairs<T>> MeasureAsync(int rounds, Func<Task<T>> ours, Func<Task<T>> floor)
    {
        var (mine, least) = (new List<T>(), new List<T>());
        for (var round = 0; round < rounds; round++)
        {
            mine.Add(await ours());
            least.Add(await floor());
        }

        return new(mine, least);
    }

    public double OursMedian(Func<T, double> figure) => Ours.Select(figure).Median();

    public double FloorMedian(Func<T, double> figure) => Floor.Select(figure).Median();

    /// <summary>The median of the pairs' own ratios, ours to the floor.</summary>
    public double Ratio(Func<T, double> figure) => Ours.Zip(Floor, (mine, least) => figure(mine) / figure(least)).Median();

    /// <summary>The median of what ours has more than the floor, pair by pair.</summary>
    public double Excess(Func<T, double> figure) => Ours.Zip(Floor, (mine, least) => figure(mine) - figure(least)).Median();
}

internal static class MedianExtensions
{
    public static double Median(this IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
