namespace LeadFunctions.Benchmarks;

/// <param name="Captures">With keys, and without.</param>
internal sealed record SealingFigures(Pairs<Round> Captures)
{
    public IEnumerable<Row> Rows() =>
    [
        Row.Share("Capture sealed / plain, leads/s, 16 connections", Captures, round => round.PerSecond, atLeast: 0.95),
        Row.Plain("Capture sealed / plain, own CPU ms per lead", Captures, round => round.Processor),
    ];
}
