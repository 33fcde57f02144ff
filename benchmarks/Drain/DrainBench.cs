namespace LeadFunctions.Benchmarks;

/// <summary>The drain of leads that are due, beside its own storage requests sent again by a client that does nothing else.</summary>
internal sealed class DrainBench(Stage stage, int seconds)
{
    private const int Rounds = 3;
    private const int LeadsASecond = 40;
    private const int MailsForALead = 2;
    private const int MostDrains = 10;

    private static readonly TimeSpan SlowProvider = TimeSpan.FromMilliseconds(100);

    private readonly int leads = LeadsASecond * seconds;
    private readonly int mails = LeadsASecond * seconds * MailsForALead;
    private int people;

    public async Task<DrainFigures> RunAsync()
    {
        var (captures, drain) = await RecordAsync();
        using var host = await HostProcess.StartAsync(stage.SettingsFor(Stage.Ours));
        using var visitors = new Visitors(host.Address);
        using var raw = new RawClient();

        await OursAsync();
        var pairs = await Pairs<Round>.MeasureAsync(Rounds, OursAsync, FloorAsync);
        stage.Mail.Delay = SlowProvider;
        var slow = await OursAsync();
        stage.Mail.Delay = TimeSpan.Zero;
        return new(leads, (double)drain.Count / mails, pairs, slow, await DrainRequests.CountAsync(stage));

        async Task<Round> OursAsync()
        {
            await stage.EmptyAsync(Stage.Ours);
            await CaptureAsync(visitors);
            return await Round.MeasureAsync(mails, () => host.ProcessorTime, () => Load.RunAsync(1, 1, _ => DrainAsync(visitors.DrainAsync)));
        }

        async Task<Round> FloorAsync()
        {
            await stage.EmptyAsync(Stage.Floor);
            await ReplayAsync(raw, captures);
            return await ReplayAsync(raw, drain);
        }
    }

    private async Task<(IReadOnlyList<RecordedRequest> Captures, IReadOnlyList<RecordedRequest> Drain)> RecordAsync()
    {
        await stage.EmptyAsync(Stage.Floor);
        await using var recorded = await RecordedHost.StartAsync(stage);
        await CaptureAsync(recorded.Visitors);
        var captures = recorded.Take();
        var drain = new List<RecordedRequest>();
        await DrainAsync(async () => drain.AddRange(await recorded.DrainAsync()));
        return (captures, drain);
    }

    private Task<LoadResult> CaptureAsync(Visitors visitors) =>
        Load.RunAsync(leads, Stage.Connections, _ => visitors.SendAsync(Submissions.Appointment(Interlocked.Increment(ref people))));

    private async Task DrainAsync(Func<Task> drain)
    {
        stage.Mail.CountAnew();
        for (var drains = 0; stage.Mail.Taken < mails; drains++)
        {
            if (drains == MostDrains)
            {
                throw new InvalidOperationException($"After {MostDrains} drains {stage.Mail.Taken} of {mails} mails are sent.");
            }

            await drain();
        }
    }

    /// <summary>
    /// Each partition's requests one after the other, as they build on each other, and all partitions at once: as many as there are
    /// connections.
    /// </summary>
    private Task<Round> ReplayAsync(RawClient raw, IReadOnlyList<RecordedRequest> requests)
    {
        var partitions = requests
            .Select(request => request.ForAnyVersion())
            .GroupBy(request => request.Partition)
            .Select(RawClient.Sign)
            .ToList();
        return Round.MeasureAsync(mails, () => Environment.CpuUsage.TotalTime, () => Load.RunAsync(partitions.Count, Stage.Connections, SendAsync));

        async Task SendAsync(int partition)
        {
            foreach (var request in partitions[partition])
            {
                await raw.SendAsync(request);
            }
        }
    }
}
