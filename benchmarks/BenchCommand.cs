using System.Diagnostics;
using System.Globalization;

namespace LeadFunctions.Benchmarks;

/// <summary>The command line: measures everything, and prints it as a table.</summary>
internal static class BenchCommand
{
    private const int Done = 0;
    private const int NotUnderstood = 2;

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        if (arguments is ["--help"])
        {
            Console.WriteLine(BenchOptions.Usage);
            return Done;
        }

        if (BenchOptions.Parse(arguments) is not { } options)
        {
            await Console.Error.WriteLineAsync(BenchOptions.Usage);
            return NotUnderstood;
        }

        var machine = Machine.This();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{machine.Cores} cores shared by load, host and Azurite; {machine.Dotnet}; {machine.System}; load average before: {machine.LoadBefore}."));
        if (machine.LoadBefore > machine.Cores)
        {
            Console.WriteLine("The machine is busy with something else: ratios stand, other numbers do not.");
        }

        if (options.Only is { } part)
        {
            await using var stage = await Stage.SetAsync(CancellationToken.None);
            Print(await MeasureAsync(part, stage, options));
            return Done;
        }

        var figures = await MeasureAsync(machine, options);
        Print(figures.Table);
        Console.WriteLine();
        foreach (var line in RoundLines(figures))
        {
            Console.WriteLine(line);
        }

        await (options.JsonFile is { } file ? figures.WriteAsync(file) : Task.CompletedTask);
        return Done;
    }

    private static void Print(IEnumerable<Row> rows)
    {
        Console.WriteLine();
        foreach (var line in Table.Lines([.. rows]))
        {
            Console.WriteLine(line);
        }
    }

    private static async Task<IEnumerable<Row>> MeasureAsync(BenchPart part, Stage stage, BenchOptions options) => part switch
    {
        BenchPart.Start => (await StartBench.RunAsync(stage)).Rows(),
        BenchPart.Capture => (await new CaptureBench(stage, options.Seconds).RunAsync()).Rows(),
        BenchPart.Sealing => (await new SealingBench(stage, options.Seconds).RunAsync()).Rows(),
        BenchPart.Drain => (await new DrainBench(stage, options.Seconds).RunAsync()).Rows(),
        BenchPart.Scan => (await ScanBench.RunAsync(stage)).Rows(),
        BenchPart.Desk => (await DeskBench.RunAsync(stage)).Rows(),
        BenchPart.Scrub => (await ScrubBench.RunAsync(stage)).Rows(),
        BenchPart.Silence => (await new SilenceBench(stage).RunAsync()).Rows(),
        _ => throw new UnreachableException(),
    };

    private static async Task<Figures> MeasureAsync(Machine machine, BenchOptions options)
    {
        await using var stage = await Stage.SetAsync(CancellationToken.None);
        Console.WriteLine("Measuring how it starts.");
        var start = await StartBench.RunAsync(stage);
        Console.WriteLine("Measuring capture.");
        var capture = await new CaptureBench(stage, options.Seconds).RunAsync();
        Console.WriteLine("Measuring what sealing costs.");
        var sealing = await new SealingBench(stage, options.Seconds).RunAsync();
        Console.WriteLine("Measuring the drain.");
        var drain = await new DrainBench(stage, options.Seconds).RunAsync();
        Console.WriteLine("Measuring the look at what is due.");
        var scan = await ScanBench.RunAsync(stage);
        Console.WriteLine("Measuring the staff list.");
        var desk = await DeskBench.RunAsync(stage);
        Console.WriteLine("Measuring the weekly look through all rows.");
        var scrub = await ScrubBench.RunAsync(stage);
        Console.WriteLine("Measuring whether time tells who is known.");
        var silence = await new SilenceBench(stage).RunAsync();
        return new(machine, capture, sealing, drain, scan, desk, scrub, silence, start);
    }

    private static IEnumerable<string> RoundLines(Figures figures) =>
    [
        "All rounds, ours/floor:",
        Rounds("capture, leads/s", figures.Capture.Busy, round => round.PerSecond),
        Rounds("one at a time, p50 ms", figures.Capture.Alone, round => round.P50),
        Rounds("sealed/plain, leads/s", figures.Sealing.Captures, round => round.PerSecond),
        Rounds("drain, mails/s", figures.Drain.Busy, round => round.PerSecond),
        Rounds("drain with posts", figures.Drain.Posts, round => round.PerSecond),
        Rounds("look, ms", figures.Scan.Milliseconds, look => look),
        .. figures.Start.Compiled is { } compiled ? [Rounds("start, ms, compiled", compiled, start => start)] : Array.Empty<string>(),
        Rounds("start, ms, as built", figures.Start.Minimal, start => start),
    ];

    private static string Rounds<T>(string name, Pairs<T> pairs, Func<T, double> figure) =>
        $"  {name,-22}" + string.Join("  ", pairs.Ours.Zip(pairs.Floor, (ours, floor) => $"{Row.Number(figure(ours))}/{Row.Number(figure(floor))}"));
}
