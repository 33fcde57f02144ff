using System.Diagnostics;

namespace LeadFunctions.Benchmarks;

/// <summary>Work by so many at once, each of whom takes the next piece when the last is done.</summary>
internal static class Load
{
    /// <param name="pieces">How many pieces there are.</param>
    /// <param name="atOnce">How many are under way at once.</param>
    /// <param name="work">Does one piece, by number from 0.</param>
    public static async Task<LoadResult> RunAsync(int pieces, int atOnce, Func<int, Task> work)
    {
        var milliseconds = new double[pieces];
        var last = -1;
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(WorkAsync)));
        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        Array.Sort(milliseconds);
        return new(pieces, seconds, At(0.5), At(0.99));

        async Task WorkAsync()
        {
            while (Interlocked.Increment(ref last) is var piece && piece < pieces)
            {
                var start = Stopwatch.GetTimestamp();
                await work(piece);
                milliseconds[piece] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
        }

        double At(double part) => milliseconds[Math.Min(pieces - 1, (int)(pieces * part))];
    }
}

/// <summary>How a load went.</summary>
/// <param name="Pieces">How many.</param>
/// <param name="Seconds">From the first to the last, in all.</param>
/// <param name="P50">Half took at most so many milliseconds.</param>
/// <param name="P99">Of a hundred, ninety-nine took at most so many milliseconds.</param>
internal sealed record LoadResult(int Pieces, double Seconds, double P50, double P99)
{
    public double PerSecond => Pieces / Seconds;
}
