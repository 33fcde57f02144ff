namespace LeadFunctions.Benchmarks;

/// <summary>What it costs a capture that who a lead is, and what they wrote, is sealed: beside the same host without a key.</summary>
internal sealed class SealingBench(Stage stage, int seconds)
{
    private const int Rounds = 15;

    public async Task<SealingFigures> RunAsync()
    {
        using var without = HostWithoutKeys.Make();
        using var plain = await CaptureRounds.StartAsync(stage, Stage.Floor, without.Place);
        using var sealing = await CaptureRounds.StartAsync(stage, Stage.Ours);

        await plain.WarmUpAsync(seconds);
        var leads = await sealing.WarmUpAsync(seconds);
        return new(await Pairs<Round>.MeasureAsync(
            Rounds, () => sealing.RunAsync(leads, Stage.Connections), () => plain.RunAsync(leads, Stage.Connections)));
    }
}
