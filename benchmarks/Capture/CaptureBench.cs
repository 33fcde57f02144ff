namespace LeadFunctions.Benchmarks;

/// <summary>Capture over HTTP, beside the same transactions sent to storage by a client that does nothing else.</summary>
internal sealed class CaptureBench(Stage stage, int seconds)
{
    private const int Rounds = 7;
    private const int RoundsAlone = 3;
    private const int LeadsAlone = 250;

    // The compiler makes its better code after so many: the first rounds would measure it at work.
    private const int WarmUp = 6000;

    private int people;

    public async Task<CaptureFigures> RunAsync()
    {
        using var host = await HostProcess.StartAsync(stage.SettingsFor(Stage.Ours));
        using var visitors = new Visitors(host.Address);
        using var raw = new RawClient();

        await stage.EmptyAsync(Stage.Ours);
        var warm = await Load.RunAsync(WarmUp, Stage.Connections, _ => visitors.SendAsync(Somebody()));
        var leads = Math.Clamp((int)(warm.PerSecond * seconds), LeadsAlone, 20_000);
        var recorded = await RecordAsync(leads);

        var busy = await Pairs<Round>.MeasureAsync(Rounds, () => OursAsync(leads, Stage.Connections), () => FloorAsync(leads, Stage.Connections));
        var alone = await Pairs<Round>.MeasureAsync(RoundsAlone, () => OursAsync(LeadsAlone, atOnce: 1), () => FloorAsync(LeadsAlone, atOnce: 1));
        return new(leads, busy, alone, (double)recorded.Count / leads);

        async Task<Round> OursAsync(int pieces, int atOnce)
        {
            await stage.EmptyAsync(Stage.Ours);
            return await Round.MeasureAsync(
                pieces, () => host.ProcessorTime, () => Load.RunAsync(pieces, atOnce, _ => visitors.SendAsync(Somebody())));
        }

        async Task<Round> FloorAsync(int pieces, int atOnce)
        {
            await stage.EmptyAsync(Stage.Floor);
            var signed = RawClient.Sign(recorded.Take(pieces));
            return await Round.MeasureAsync(
                pieces, () => Environment.CpuUsage.TotalTime, () => Load.RunAsync(pieces, atOnce, piece => raw.SendAsync(signed[piece])));
        }
    }

    private async Task<IReadOnlyList<RecordedRequest>> RecordAsync(int leads)
    {
        await stage.EmptyAsync(Stage.Floor);
        await using var recorded = await RecordedHost.StartAsync(stage);
        await Load.RunAsync(leads, Stage.Connections, _ => recorded.Visitors.SendAsync(Somebody()));
        return recorded.Take();
    }

    private HttpRequestMessage Somebody() => Submissions.Appointment(Interlocked.Increment(ref people));
}
