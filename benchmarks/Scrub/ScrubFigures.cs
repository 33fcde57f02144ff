namespace LeadFunctions.Benchmarks;

/// <param name="Leads">In the shard, with seven rows each.</param>
/// <param name="Seconds">To read them all, by round.</param>
/// <param name="BytesOfLead">That stay in memory until the shard is done, for each lead, by round.</param>
internal sealed record ScrubFigures(int Leads, IReadOnlyList<double> Seconds, IReadOnlyList<double> BytesOfLead)
{
    // A shard of 200,000 leads is then held by an instance of 2 GB beside everything else.
    private const int MostBytes = 4096;

    public IEnumerable<Row> Rows()
    {
        yield return Row.Only("Scrub, leads/s", Leads / Median(Seconds));

        var bytes = Median(BytesOfLead);
        yield return Row.Only("Scrub, bytes in memory for each lead of a shard", bytes) with { Goal = $"<= {MostBytes}", Met = bytes <= MostBytes };
    }

    private static double Median(IReadOnlyList<double> rounds) => rounds.Order().ElementAt(rounds.Count / 2);
}
