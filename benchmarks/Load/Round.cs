namespace LeadFunctions.Benchmarks;

/// <summary>One round of a load, and what it cost whoever did it.</summary>
/// <param name="PerSecond">Pieces a second.</param>
/// <param name="P50">Half of them took at most so many milliseconds.</param>
/// <param name="P99">Of a hundred, ninety-nine took at most so many milliseconds.</param>
/// <param name="Processor">Milliseconds of a core for each piece: of the local host, or of this process where that is the floor.</param>
internal sealed record Round(double PerSecond, double P50, double P99, double Processor)
{
    /// <param name="pieces">What is counted; a load of one may have done many.</param>
    /// <param name="clock">Reads the processor time of whoever does the work.</param>
    /// <param name="load">The work.</param>
    public static async Task<Round> MeasureAsync(int pieces, Func<TimeSpan> clock, Func<Task<LoadResult>> load)
    {
        var before = clock();
        var result = await load();
        return new(pieces / result.Seconds, result.P50, result.P99, (clock() - before).TotalMilliseconds / pieces);
    }
}
