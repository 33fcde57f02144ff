using LeadFunctions.Leads;
using LeadFunctions.Marketing;

namespace LeadFunctions.Tests.Marketing;

public sealed class VariantTests
{
    // Newcombe, Statistics in Medicine 17 (1998), table I, method 3: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void The_interval_is_wilsons(int part, int whole, double low, double high)
    {
        var (lowest, highest) = new Proportion(part, whole).Interval;

        Assert.Equal((low, high), (Math.Round(lowest, 4), Math.Round(highest, 4)));
    }

    [Theory]
    [InlineData(30, 99, 5, 100, "Waiting", "Waiting")]
    [InlineData(30, 100, 5, 100, "Ahead", "Behind")]
    [InlineData(15, 100, 10, 100, "Open", "Open")]
    [InlineData(0, 100, 0, 100, "Open", "Open")]
    public void None_is_called_the_better_one_before_a_hundred_got_each_and_it_is_certain(int clicked, int delivered, int otherClicked, int otherDelivered, string verdict, string otherVerdict)
    {
        var (one, other) = (Of(delivered, clicked), Of(otherDelivered, otherClicked));

        Assert.Equal((verdict, otherVerdict), (VariantTable.Verdict(one, [other]), VariantTable.Verdict(other, [one])));
    }

    [Fact]
    public void Of_four_more_is_asked_than_of_two()
    {
        // z is 2.2 between the first and each of the others.
        var (best, others) = (Of(1000, 131), new[] { Of(1000, 100), Of(1000, 100), Of(1000, 100) });

        Assert.Equal("Ahead", VariantTable.Verdict(best, others[..1]));
        Assert.Equal("Open", VariantTable.Verdict(best, others));
    }

    [Fact]
    public void Without_a_difference_chance_calls_one_the_better_in_no_more_than_five_of_a_hundred()
    {
        var random = new Random(650);
        var called = 0;
        for (var turn = 0; turn < 2000; turn++)
        {
            var (one, other) = (Of(300, Enumerable.Range(0, 300).Count(_ => random.Next(10) == 0)), Of(300, Enumerable.Range(0, 300).Count(_ => random.Next(10) == 0)));
            called += VariantTable.Verdict(one, [other]) == "Open" ? 0 : 1;
        }

        Assert.InRange(called, 40, 130);
    }

    private static Counts Of(int delivered, int clicked)
    {
        var counts = new Counts();
        counts.Add(Metric.Delivered, delivered);
        counts.Add(Metric.Clicked, clicked);
        return counts;
    }
}
