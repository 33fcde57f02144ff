namespace LeadFunctions.Benchmarks;

/// <summary>Rounds of captures over HTTP by one host, each into a table that is new.</summary>
internal sealed class CaptureRounds : IDisposable
{
    /// <summary>Fewer leads say nothing.</summary>
    public const int FewestLeads = 250;

    private const int MostLeads = 20_000;

    // The compiler makes its better code after so many: the first rounds would measure it at work.
    private const int WarmUp = 6000;

    private readonly Stage stage;
    private readonly string table;
    private readonly HostProcess host;
    private readonly Visitors visitors;

    private CaptureRounds(Stage stage, string table, HostProcess host)
    {
        this.stage = stage;
        this.table = table;
        this.host = host;
        visitors = new(host.Address);
    }

    /// <param name="stage">What it stands on.</param>
    /// <param name="table">The table that it writes to.</param>
    /// <param name="directory">Where the host lies.</param>
    public static async Task<CaptureRounds> StartAsync(Stage stage, string table, string directory = HostProcess.Built) =>
        new(stage, table, await HostProcess.StartAsync(directory, stage.SettingsFor(table)));

    /// <returns>How many leads make a round of about so many seconds.</returns>
    public async Task<int> WarmUpAsync(int seconds)
    {
        await stage.EmptyAsync(table);
        var warm = await visitors.CaptureAsync(WarmUp, Stage.Connections);
        return Math.Clamp((int)(warm.PerSecond * seconds), FewestLeads, MostLeads);
    }

    public async Task<Round> RunAsync(int leads, int atOnce)
    {
        await stage.EmptyAsync(table);
        return await Round.MeasureAsync(leads, () => host.ProcessorTime, () => visitors.CaptureAsync(leads, atOnce));
    }

    public void Dispose()
    {
        visitors.Dispose();
        host.Dispose();
    }
}
