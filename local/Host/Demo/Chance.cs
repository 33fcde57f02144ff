using Bogus;

namespace LeadFunctions.Local.Demo;

/// <summary>Choices that are not all as likely.</summary>
internal static class Chance
{
    /// <summary>One of them; one of weight 2 comes twice as often as one of weight 1.</summary>
    public static T Weighted<T>(this Randomizer random, IReadOnlyList<T> choices, Func<T, double> weight)
    {
        var left = random.Double() * choices.Sum(weight);
        foreach (var choice in choices)
        {
            left -= weight(choice);
            if (left < 0)
            {
                return choice;
            }
        }

        return choices[^1];
    }

    /// <summary>True so many times in a hundred.</summary>
    public static bool Percent(this Randomizer random, int times) => random.Int(0, 99) < times;
}
