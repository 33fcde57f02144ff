namespace LeadFunctions.Marketing;

/// <summary>A share of people, and what chance leaves open of it.</summary>
public readonly record struct Proportion(int Part, int Whole)
{
    // Of the normal distribution, two-sided: 5 in a hundred, shared among one, two or three comparisons (Bonferroni).
    private static readonly double[] Certain = [1.959964, 2.241403, 2.393980];

    /// <summary>The 95 % score interval of Wilson (J. Am. Stat. Assoc. 22, 1927), which holds for few people and for shares near 0 and 1.</summary>
    public (double Low, double High) Interval
    {
        get
        {
            var (z, n, p) = (Certain[0], (double)Whole, (double)Part / Whole);
            var middle = (p + (z * z / (2 * n))) / (1 + (z * z / n));
            var half = z / (1 + (z * z / n)) * Math.Sqrt((p * (1 - p) / n) + (z * z / (4 * n * n)));
            return (Math.Max(0, middle - half), Math.Min(1, middle + half));
        }
    }

    /// <summary>Whether it is certainly higher than another: two proportions, pooled, two-sided.</summary>
    /// <param name="other">The other.</param>
    /// <param name="comparisons">How many such questions are asked at once, 1 to 3.</param>
    public bool IsCertainlyHigherThan(Proportion other, int comparisons)
    {
        var pooled = (double)(Part + other.Part) / (Whole + other.Whole);
        var deviation = Math.Sqrt(pooled * (1 - pooled) * ((1.0 / Whole) + (1.0 / other.Whole)));
        return deviation > 0 && (((double)Part / Whole) - ((double)other.Part / other.Whole)) / deviation > Certain[comparisons - 1];
    }
}
