namespace LeadFunctions.Marketing;

/// <summary>
/// Numbers of people that share two things, told so that none of fewer than five can be worked out: in steps of five, and not at all where
/// the sums that are told elsewhere would give one away. Pure.
/// </summary>
/// <remarks>
/// Whoever looks knows the sum of each row (each person who named a concern came from one page), the people of each column (each has one page
/// and named any number of concerns), and the steps. From these follow the lowest and the highest that each cell can be; a cell of one to four is
/// safe while it may still be nobody. Where it is not, its row is withheld, then its column, and where even that does not help, all of it. Sums of other dates tell nothing more, as long as
/// tables are of dates that do not overlap.
/// </remarks>
public static class ShieldedCells
{
    /// <summary>The width of a step, and the number from which one is told.</summary>
    public const int Step = 5;

    private const int MostTurns = 1000;

    /// <param name="cells">Rows of the same length.</param>
    /// <param name="rowSums">What is known of each row: its sum.</param>
    /// <param name="columnPeople">What is known of each column: no cell has more, and all its cells together have at least as many.</param>
    /// <returns>For each cell the step that may be told, or null where it is withheld.</returns>
    public static int?[][] Of(int[][] cells, IReadOnlyList<int> rowSums, IReadOnlyList<int> columnPeople)
    {
        var (rows, columns) = (new HashSet<int>(), new HashSet<int>());
        bool IsTold(int row, int column) => !rows.Contains(row) && !columns.Contains(column);
        while (rows.Count < cells.Length && GivenAway(cells, rowSums, columnPeople, IsTold) is { } cell)
        {
            if (!rows.Add(cell.Row) && !columns.Add(cell.Column))
            {
                rows.UnionWith(Enumerable.Range(0, cells.Length));
            }
        }

        return [.. cells.Select((row, at) => row.Select((number, column) => IsTold(at, column) ? (int?)(number / Step * Step) : null).ToArray())];
    }

    /// <summary>The lowest and the highest that each cell can be, for somebody who knows no more than is told.</summary>
    internal static (int Low, int High)[][] Limits(int[][] cells, IReadOnlyList<int> rowSums, IReadOnlyList<int> columnPeople, Func<int, int, bool> isTold)
    {
        var limits = cells.Select((row, at) => row
            .Select((number, column) => isTold(at, column) ? (Low: number / Step * Step, High: (number / Step * Step) + Step - 1) : (Low: 0, High: Math.Min(rowSums[at], columnPeople[column])))
            .ToArray()).ToArray();
        for (var turn = 0; turn < MostTurns && Narrow(limits, rowSums, columnPeople); turn++)
        {
            // Until nothing follows any more.
        }

        return limits;
    }

    // Also what cannot be, since sums were put together that are not those of these cells: of that nobody can tell what it gives away.
    private static (int Row, int Column)? GivenAway(int[][] cells, IReadOnlyList<int> rowSums, IReadOnlyList<int> columnPeople, Func<int, int, bool> isTold)
    {
        var limits = Limits(cells, rowSums, columnPeople, isTold);
        for (var row = 0; row < cells.Length; row++)
        {
            for (var column = 0; column < cells[row].Length; column++)
            {
                var (low, high) = limits[row][column];
                if (low > high || (cells[row][column] is > 0 and < Step && low > 0))
                {
                    return (row, column);
                }
            }
        }

        return null;
    }

    private static bool Narrow((int Low, int High)[][] limits, IReadOnlyList<int> rowSums, IReadOnlyList<int> columnPeople)
    {
        var isNarrower = false;
        var columnHighs = columnPeople.Select((_, column) => limits.Sum(row => row[column].High)).ToArray();
        for (var row = 0; row < limits.Length; row++)
        {
            var (lows, highs) = (limits[row].Sum(cell => cell.Low), limits[row].Sum(cell => cell.High));
            for (var column = 0; column < limits[row].Length; column++)
            {
                var (low, high) = limits[row][column];
                var narrower = (
                    Low: Math.Max(Math.Max(low, rowSums[row] - (highs - high)), columnPeople[column] - (columnHighs[column] - high)),
                    High: Math.Min(Math.Min(high, rowSums[row] - (lows - low)), columnPeople[column]));
                isNarrower |= narrower != (low, high);
                limits[row][column] = narrower;
                (lows, highs, columnHighs[column]) = (lows + narrower.Low - low, highs + narrower.High - high, columnHighs[column] + narrower.High - high);
                if (narrower.Low > narrower.High)
                {
                    return false;
                }
            }
        }

        return isNarrower;
    }
}
