namespace LeadFunctions.Leads;

/// <summary>A number for each <see cref="Metric"/>.</summary>
public sealed class Counts
{
    /// <summary>Of fewer people than this no share and no usual time is told: one more or less would be a headline.</summary>
    public const int Enough = 20;

    /// <summary>How many metrics there are.</summary>
    public static readonly int Length = Enum.GetValues<Metric>().Length;

    private readonly int[] numbers = new int[Length];

    public int this[Metric metric] => numbers[(int)metric];

    /// <summary>The numbers in the order of the metrics.</summary>
    public IReadOnlyList<int> Numbers => numbers;

    /// <summary>More than all others when keys are many and some must be put together.</summary>
    public long Weight => numbers.Sum(number => (long)number);

    /// <param name="numbers">In the order of the metrics; those that are missing are 0, those of a newer version are left out.</param>
    public static Counts Of(params ReadOnlySpan<int> numbers)
    {
        var counts = new Counts();
        counts.Add(numbers);
        return counts;
    }

    public void Add(Metric metric, int number = 1) => numbers[(int)metric] += number;

    /// <param name="others">In the order of the metrics; those that are missing are 0, those of a newer version are left out.</param>
    public void Add(ReadOnlySpan<int> others)
    {
        for (var index = 0; index < Length && index < others.Length; index++)
        {
            numbers[index] += others[index];
        }
    }

    public void Add(Counts other)
    {
        for (var index = 0; index < Length; index++)
        {
            numbers[index] += other.numbers[index];
        }
    }
}
