using System.Globalization;

namespace LeadFunctions.Benchmarks;

/// <summary>A line of the table.</summary>
/// <param name="Name">What was measured, and in what.</param>
/// <param name="Ours">Of the local host.</param>
/// <param name="Floor">Of what can do no less.</param>
/// <param name="Ratio">Ours to the floor.</param>
/// <param name="Goal">What is wanted of the ratio, or of ours where it says in what.</param>
/// <param name="Met"><see langword="null"/> when nothing is wanted.</param>
internal sealed record Row(string Name, string Ours, string Floor, string Ratio, string Goal, bool? Met)
{
    /// <summary>Both sides, and no goal.</summary>
    public static Row Plain<T>(string name, Pairs<T> pairs, Func<T, double> figure) =>
        new(name, Number(pairs.OursMedian(figure)), Number(pairs.FloorMedian(figure)), Number(pairs.Ratio(figure)), "", null);

    /// <summary>At least so much of the floor is wanted.</summary>
    public static Row Share<T>(string name, Pairs<T> pairs, Func<T, double> figure, double atLeast) =>
        Plain(name, pairs, figure) with { Goal = $">= {Number(atLeast)}", Met = pairs.Ratio(figure) >= atLeast };

    /// <summary>Nothing to compare with.</summary>
    public static Row Only(string name, double ours) => new(name, Number(ours), "", "", "", null);

    /// <summary>With three digits that say something.</summary>
    public static string Number(double figure) => figure.ToString(
        Math.Abs(figure) switch { >= 100 => "0", >= 10 => "0.0", _ => "0.##" },
        CultureInfo.InvariantCulture);
}
