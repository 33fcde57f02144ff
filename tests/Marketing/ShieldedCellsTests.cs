using LeadFunctions.Marketing;

namespace LeadFunctions.Tests.Marketing;

/// <summary>What a table of few people may tell, held against somebody who tries every table that it could be.</summary>
public sealed class ShieldedCellsTests
{
    [Fact]
    public void Numbers_are_told_in_steps_of_five()
    {
        var told = ShieldedCells.Of([[0, 4, 23], [16, 12, 33], [21, 17, 44], [9, 31, 12]], [27, 61, 82, 52], [46, 64, 112]);

        int?[][] expected = [[0, 0, 20], [15, 10, 30], [20, 15, 40], [5, 30, 10]];
        Assert.Equal(expected, told);
    }

    [Fact]
    public void A_cell_that_the_sum_of_its_row_gives_away_takes_the_row_with_it()
    {
        // 9 in all, of which 5 to 9 are beside it, leave 0 to 4; 13 leave 4 and no less.
        Assert.Equal([5, 0], ShieldedCells.Of([[7, 2], [6, 8]], [9, 14], [13, 9])[0]);
        int?[][] expected = [[null, null], [5, 5]];
        Assert.Equal(expected, ShieldedCells.Of([[9, 4], [6, 8]], [13, 14], [15, 9]));
    }

    [Fact]
    public void A_cell_that_the_people_of_its_column_give_away_takes_the_column_with_it()
    {
        // Eleven came from the second page, at most nine of them with the second concern: two had the first.
        int?[][] expected = [[null, null, null], [30, null, 30]];
        Assert.Equal(expected, ShieldedCells.Of([[30, 2, 31], [33, 9, 33]], [63, 75], [63, 11, 64]));
    }

    [Fact]
    public void Of_sums_that_are_not_those_of_the_cells_nothing_is_told()
    {
        int?[][] expected = [[null, null], [null, null]];
        Assert.Equal(expected, ShieldedCells.Of([[30, 40], [50, 60]], [9_000_000, 3], [2_000_000_000, 1]));
    }

    [Fact]
    public void Nobody_is_found_by_trying_all_tables()
    {
        var random = new Random(650);
        for (var turn = 0; turn < 400; turn++)
        {
            var cells = Enumerable.Range(0, 2).Select(_ => Enumerable.Range(0, 3).Select(_ => random.Next(random.Next(2) == 0 ? 4 : 14)).ToArray()).ToArray();
            var rowSums = cells.Select(row => row.Sum()).ToArray();
            var people = Enumerable.Range(0, 3).Select(column => Math.Max(cells.Max(row => row[column]), cells.Sum(row => row[column]) - random.Next(4))).ToArray();
            var told = ShieldedCells.Of(cells, rowSums, people);

            for (var row = 0; row < 2; row++)
            {
                for (var column = 0; column < 3; column++)
                {
                    if (cells[row][column] is > 0 and < ShieldedCells.Step && told[row][column] is not null)
                    {
                        Assert.Contains(Possible(told, rowSums, people), table => table[row][column] == 0);
                    }
                }
            }
        }
    }

    /// <summary>Every table that looks the same, by brute force.</summary>
    private static IEnumerable<int[][]> Possible(int?[][] told, int[] rowSums, int[] people)
    {
        foreach (var first in Rows(told[0], rowSums[0]))
        {
            foreach (var second in Rows(told[1], rowSums[1]))
            {
                if (Enumerable.Range(0, 3).All(column => first[column] <= people[column] && second[column] <= people[column] && first[column] + second[column] >= people[column]))
                {
                    yield return [first, second];
                }
            }
        }
    }

    private static IEnumerable<int[]> Rows(int?[] told, int sum)
    {
        foreach (var one in Range(told[0], sum))
        {
            foreach (var other in Range(told[1], sum))
            {
                var last = sum - one - other;
                if (last >= 0 && (told[2] is not { } low || (last >= low && last < low + ShieldedCells.Step)))
                {
                    yield return [one, other, last];
                }
            }
        }
    }

    private static IEnumerable<int> Range(int? low, int sum) => low is { } step ? Enumerable.Range(step, ShieldedCells.Step) : Enumerable.Range(0, sum + 1);
}
