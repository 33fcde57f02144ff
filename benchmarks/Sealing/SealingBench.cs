namespace LeadFunctions.Benchmarks;

/// <summary>What it costs a capture that who a lead is, and what they wrote, is sealed: beside the same host without a key.</summary>
internal sealed class SealingBench(Stage stage, int seconds)
{
    private const int Rounds = 15;
    private const int FewestLeads = 250;
    private const int MostLeads = 20_000;
    private const int WarmUp = 6000;

    private int people;

    public async Task<SealingFigures> RunAsync()
    {
        using var without = HostWithoutKeys.Make();
        using var sealing = await HostProcess.StartAsync(stage.SettingsFor(Stage.Ours));
        using var plain = await HostProcess.StartAsync(without.Place, stage.SettingsFor(Stage.Floor));
        using var toSealing = new Visitors(sealing.Address);
        using var toPlain = new Visitors(plain.Address);

        await stage.EmptyAsync(Stage.Ours);
        await stage.EmptyAsync(Stage.Floor);
        await SendAsync(toPlain, WarmUp);
        var warm = await SendAsync(toSealing, WarmUp);
        var leads = Math.Clamp((int)(warm.PerSecond * seconds), FewestLeads, MostLeads);
        return new(await Pairs<Round>.MeasureAsync(
            Rounds,
            () => RoundAsync(Stage.Ours, sealing, toSealing, leads),
            () => RoundAsync(Stage.Floor, plain, toPlain, leads)));
    }

    private async Task<Round> RoundAsync(string table, HostProcess host, Visitors visitors, int leads)
    {
        await stage.EmptyAsync(table);
        return await Round.MeasureAsync(leads, () => host.ProcessorTime, () => SendAsync(visitors, leads));
    }

    private Task<LoadResult> SendAsync(Visitors visitors, int leads) =>
        Load.RunAsync(leads, Stage.Connections, _ => visitors.SendAsync(Submissions.Appointment(Interlocked.Increment(ref people))));
}
