namespace LeadFunctions.Benchmarks;

/// <summary>
/// The drain of leads that are due, beside its own storage requests sent again by a client that does nothing else, and beside those and
/// its posts to the provider.
/// </summary>
internal sealed class DrainBench(Stage stage, int seconds)
{
    private const int Rounds = 3;
    private const int LeadsASecond = 100;
    private const int MailsForALead = 2;
    private const int MostDrains = 10;
    private const int ManyLeads = 2500;

    // The compiler makes its better code after so many: until then it takes a third of the processor, and the rounds would measure it at work.
    private const int WarmUp = 3000;

    private static readonly TimeSpan SlowProvider = TimeSpan.FromMilliseconds(100);

    private readonly int leads = LeadsASecond * seconds;
    private readonly int mails = LeadsASecond * seconds * MailsForALead;

    public async Task<DrainFigures> RunAsync()
    {
        var (captures, drain) = await RecordAsync();
        using var host = await HostProcess.StartAsync(stage.SettingsFor(Stage.Ours));
        using var visitors = new Visitors(host.Address);
        using var raw = new RawClient();

        await DrainAsync(WarmUp, visitors, host);
        var pairs = await Pairs<Round>.MeasureAsync(Rounds, OursAsync, () => FloorAsync(posts: 0));
        var posts = await Pairs<Round>.MeasureAsync(Rounds, OursAsync, () => FloorAsync(mails));
        stage.Mail.Delay = SlowProvider;
        var (slow, growth) = await HostMemory.WatchAsync(host, async () => await DrainAsync(ManyLeads, visitors, host));
        stage.Mail.Delay = TimeSpan.Zero;
        return new(leads, (double)drain.Count / mails, pairs, posts, slow, growth, await DrainRequests.CountAsync(stage));

        async Task<Round> OursAsync() => await DrainAsync(leads, visitors, host);

        async Task<Round> FloorAsync(int posts)
        {
            await stage.EmptyAsync(Stage.Floor);
            await ReplayAsync(raw, captures, posts: 0);
            return await ReplayAsync(raw, drain, posts);
        }
    }

    private async Task<Round> DrainAsync(int many, Visitors visitors, HostProcess host)
    {
        await stage.EmptyAsync(Stage.Ours);
        await visitors.CaptureAsync(many, Stage.Connections);
        var due = many * MailsForALead;
        return await Round.MeasureAsync(due, () => host.ProcessorTime, () => Load.RunAsync(1, 1, _ => DrainAsync(due, visitors.DrainAsync)));
    }

    private async Task<(IReadOnlyList<RecordedRequest> Captures, IReadOnlyList<RecordedRequest> Drain)> RecordAsync()
    {
        await stage.EmptyAsync(Stage.Floor);
        await using var recorded = await RecordedHost.StartAsync(stage);
        await recorded.Visitors.CaptureAsync(leads, Stage.Connections);
        var captures = recorded.Take();
        var drain = new List<RecordedRequest>();
        await DrainAsync(mails, async () => drain.AddRange(await recorded.DrainAsync()));
        return (captures, drain);
    }

    private async Task DrainAsync(int due, Func<Task> drain)
    {
        stage.Mail.CountAnew();
        for (var drains = 0; stage.Mail.Taken < due; drains++)
        {
            if (drains == MostDrains)
            {
                throw new InvalidOperationException($"After {MostDrains} drains {stage.Mail.Taken} of {due} mails are sent.");
            }

            await drain();
        }
    }

    /// <summary>
    /// Each partition's requests one after the other, as they build on each other, and all partitions at once: as many as there are
    /// connections. Then as many posts as are asked for, shared among them.
    /// </summary>
    private Task<Round> ReplayAsync(RawClient raw, IReadOnlyList<RecordedRequest> requests, int posts)
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

            for (var post = partition; post < posts; post += partitions.Count)
            {
                await raw.PostAsync(stage.Mail.Post, stage.Mail.LastMail);
            }
        }
    }
}
