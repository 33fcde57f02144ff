namespace LeadFunctions.Benchmarks;

/// <summary>From the start of the process to the first answer, beside a server that has nothing to start.</summary>
internal static class StartBench
{
    private const int Rounds = 9;

    public static async Task<StartFigures> RunAsync(Stage stage)
    {
        // The first of each reads files that the others find in memory.
        await OursAsync();
        await FloorAsync();
        return new(await Pairs<double>.MeasureAsync(Rounds, OursAsync, FloorAsync));

        async Task<double> OursAsync()
        {
            using var host = await HostProcess.StartAsync(stage.SettingsFor(Stage.Ours));
            return host.StartedIn.TotalMilliseconds;
        }

        static async Task<double> FloorAsync()
        {
            using var bare = await HostProcess.StartBareAsync();
            return bare.StartedIn.TotalMilliseconds;
        }
    }
}

/// <param name="Milliseconds">To the first answer.</param>
internal sealed record StartFigures(Pairs<double> Milliseconds)
{
    private const double MostTimes = 1.5;

    public IEnumerable<Row> Rows()
    {
        var ratio = Milliseconds.Ratio(start => start);
        yield return Row.Plain("Start to the first answer, ms", Milliseconds, start => start) with { Goal = $"<= {MostTimes}", Met = ratio <= MostTimes };
    }
}
