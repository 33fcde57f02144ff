namespace LeadFunctions.Benchmarks;

/// <summary>From the start of the process to the first answer, beside servers that have nothing to do.</summary>
internal static class StartBench
{
    private const int Rounds = 9;

    public static async Task<StartFigures> RunAsync(Stage stage)
    {
        // The first of each reads files that the others find in memory.
        await OursAsync();
        await FloorAsync(BareKestrel.Minimal);
        var minimal = await Pairs<double>.MeasureAsync(Rounds, OursAsync, () => FloorAsync(BareKestrel.Minimal));
        var empty = await Pairs<double>.MeasureAsync(Rounds, OursAsync, () => FloorAsync(BareKestrel.Empty));
        return new(minimal, empty);

        async Task<double> OursAsync()
        {
            using var host = await HostProcess.StartAsync(stage.SettingsFor(Stage.Ours));
            return host.StartedIn.TotalMilliseconds;
        }

        static async Task<double> FloorAsync(string kind)
        {
            using var bare = await HostProcess.StartBareAsync(kind);
            return bare.StartedIn.TotalMilliseconds;
        }
    }
}

/// <param name="Minimal">Milliseconds to the first answer, beside a minimal API as <c>dotnet new web</c> writes it.</param>
/// <param name="Empty">The same, beside Kestrel and routing alone.</param>
internal sealed record StartFigures(Pairs<double> Minimal, Pairs<double> Empty)
{
    private const double MostTimes = 1.5;
    private const int MostMilliseconds = 3000;

    public IEnumerable<Row> Rows()
    {
        var ratio = Minimal.Ratio(start => start);
        var besideMinimal = Row.Plain("Start to the first answer, ms (floor: a minimal API)", Minimal, start => start);
        yield return besideMinimal with { Goal = $"<= {Row.Number(MostTimes)}", Met = ratio <= MostTimes };
        var median = Empty.OursMedian(start => start);
        var besideEmpty = Row.Plain("Start to the first answer, ms (floor: Kestrel alone)", Empty, start => start);
        yield return besideEmpty with { Goal = $"<= {MostMilliseconds} ms", Met = median <= MostMilliseconds };
    }
}
