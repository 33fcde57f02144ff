namespace LeadFunctions.Benchmarks;

/// <summary>How many storage requests a mail costs, by kind, and how many it costs to look what is due.</summary>
internal sealed record DrainRequests(double Alert, double Confirmation, double Articles, double Scan)
{
    private const int People = 48;

    private static readonly TimeSpan UntilArticles = TimeSpan.FromDays(2);

    public static async Task<DrainRequests> CountAsync(Stage stage)
    {
        await stage.EmptyAsync(Stage.Floor);
        await using var host = await RecordedHost.StartAsync(stage);

        // A number and nothing else makes an alert; an address and consent make an alert, a confirmation, and articles some days later.
        await Load.RunAsync(People, Stage.Connections, person => host.Visitors.SendAsync(Submissions.Call(person)));
        var alerts = await DrainAsync(host, stage, People);
        await Load.RunAsync(People, Stage.Connections, person => host.Visitors.SendAsync(Submissions.Appointment(People + person)));
        var alertsAndConfirmations = await DrainAsync(host, stage, 2 * People);
        host.MoveClock(UntilArticles);
        var articles = await DrainAsync(host, stage, People);
        return new(alerts.Mails, alertsAndConfirmations.Mails - alerts.Mails, articles.Mails, articles.Scans);
    }

    private static async Task<Cost> DrainAsync(RecordedHost host, Stage stage, int mails)
    {
        stage.Mail.CountAnew();
        var requests = await host.DrainAsync();
        var scans = requests.Count(request => request.IsScan);
        return stage.Mail.Taken == mails
            ? new((double)(requests.Count - scans) / People, scans)
            : throw new InvalidOperationException($"{stage.Mail.Taken} mails were sent instead of {mails}.");
    }

    /// <param name="Mails">Requests for the mails of one person.</param>
    /// <param name="Scans">Requests to look what is due.</param>
    private sealed record Cost(double Mails, int Scans);
}
