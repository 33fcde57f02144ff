namespace LeadFunctions.Benchmarks;

/// <param name="Leads">In each round.</param>
/// <param name="Busy">Rounds with all connections.</param>
/// <param name="Alone">Rounds with one visitor after the other.</param>
/// <param name="StorageRequests">For each lead.</param>
internal sealed record CaptureFigures(int Leads, Pairs<Round> Busy, Pairs<Round> Alone, double StorageRequests)
{
    public IEnumerable<Row> Rows()
    {
        yield return Row.Share("Capture, leads/s, 16 connections", Busy, round => round.PerSecond, atLeast: 0.85);
        yield return Row.Plain("Capture, p50 ms, 16 connections", Busy, round => round.P50);
        yield return Row.Plain("Capture, p99 ms, 16 connections", Busy, round => round.P99);
        var excess = Alone.Excess(round => round.P50);
        yield return Row.Plain("Capture, p50 ms, one at a time", Alone, round => round.P50) with { Goal = "<= 2 ms more", Met = excess <= 2 };
        var p99 = Alone.OursMedian(round => round.P99);
        yield return Row.Plain("Capture, p99 ms, one at a time", Alone, round => round.P99) with { Goal = "<= 50 ms", Met = p99 <= 50 };
        yield return Row.Plain("Capture, own CPU ms per lead", Busy, round => round.Processor);
        yield return new("Capture, storage requests per lead", Row.Number(StorageRequests), "1", Row.Number(StorageRequests), "<= 1", StorageRequests <= 1);
    }
}
