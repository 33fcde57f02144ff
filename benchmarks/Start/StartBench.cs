using LeadFunctions.Local;

namespace LeadFunctions.Benchmarks;

/// <summary>From the start of the process to the first answer, beside servers that have nothing to do.</summary>
internal static class StartBench
{
    private const int Rounds = 9;

    // Where ./bench lays the local host as publishing compiles it, if this machine has the compiler.
    private const string CompiledAhead = ".bench/host";

    // What most visitors ask for first: it needs content, and the local host makes its tables on the way.
    private const string Form = "appointment";

    public static async Task<StartFigures> RunAsync(Stage stage)
    {
        var hasCompiled = File.Exists(Path.Combine(Repository.Root, CompiledAhead, "LeadFunctions.LocalHost.dll"));

        // The first of each reads files that the others find in memory.
        await AsBuiltAsync();
        await FloorAsync(BareKestrel.Minimal);
        return new(
            hasCompiled ? await Pairs<double>.MeasureAsync(Rounds, CompiledAsync, () => FloorAsync(BareKestrel.Minimal)) : null,
            await Pairs<double>.MeasureAsync(Rounds, AsBuiltAsync, () => FloorAsync(BareKestrel.Minimal)),
            await Pairs<double>.MeasureAsync(Rounds, AsBuiltAsync, () => FloorAsync(BareKestrel.Empty)),
            hasCompiled ? await Pairs<double>.MeasureAsync(Rounds, FormAsync, () => FloorAsync(BareKestrel.Minimal)) : null);

        Task<double> CompiledAsync() => FirstAnswerAsync(HostProcess.StartAsync(CompiledAhead, stage.SettingsFor(Stage.Ours)));

        Task<double> FormAsync() => FirstAnswerAsync(HostProcess.StartAsync(CompiledAhead, stage.SettingsFor(Stage.Ours), Form));

        Task<double> AsBuiltAsync() => FirstAnswerAsync(HostProcess.StartAsync(stage.SettingsFor(Stage.Ours)));

        static Task<double> FloorAsync(string kind) => FirstAnswerAsync(HostProcess.StartBareAsync(kind));
    }

    private static async Task<double> FirstAnswerAsync(Task<HostProcess> start)
    {
        using var host = await start;
        return host.StartedIn.TotalMilliseconds;
    }
}
