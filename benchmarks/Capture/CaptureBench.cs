namespace LeadFunctions.Benchmarks;

/// <summary>Capture over HTTP, beside the same transactions sent to storage by a client that does nothing else.</summary>
internal sealed class CaptureBench(Stage stage, int seconds)
{
    private const int Rounds = 7;
    private const int RoundsAlone = 3;

    public async Task<CaptureFigures> RunAsync()
    {
        using var ours = await CaptureRounds.StartAsync(stage, Stage.Ours);
        using var raw = new RawClient();

        var leads = await ours.WarmUpAsync(seconds);
        var recorded = await RecordAsync(leads);

        var busy = await Pairs<Round>.MeasureAsync(Rounds, () => ours.RunAsync(leads, Stage.Connections), () => FloorAsync(leads, Stage.Connections));
        var alone = await Pairs<Round>.MeasureAsync(
            RoundsAlone, () => ours.RunAsync(CaptureRounds.FewestLeads, atOnce: 1), () => FloorAsync(CaptureRounds.FewestLeads, atOnce: 1));
        return new(leads, busy, alone, (double)recorded.Count / leads);

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
        await recorded.Visitors.CaptureAsync(leads, Stage.Connections);
        return recorded.Take();
    }
}
