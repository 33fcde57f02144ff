namespace LeadFunctions.Benchmarks;

/// <summary>How many storage requests a mail costs, by kind, and how many it costs to look what is due.</summary>
internal sealed record DrainRequests(double Alert, double Confirmation, double Articles, double Scan)
{
    private const int People = 48;
    private const int HoursOfADay = 24;

    private static readonly TimeSpan AnHour = TimeSpan.FromHours(1);
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
        await PassOnAlertsAsync(host, stage);
        host.MoveClock(UntilArticles);
        var articles = await DrainInSendHoursAsync(host, stage, People);
        return new(alerts.Mails, alertsAndConfirmations.Mails - alerts.Mails, articles.Mails, articles.Scans);
    }

    // Nobody reports here that an alert arrived, so each goes to the next who is to be alerted, until there is nobody left.
    private static async Task PassOnAlertsAsync(RecordedHost host, Stage stage)
    {
        do
        {
            stage.Mail.CountAnew();
            host.MoveClock(AnHour);
            await host.DrainAsync();
        }
        while (stage.Mail.Taken > 0);
    }

    // Articles go in the hours that the clinic has named, and it may be night.
    private static async Task<Cost> DrainInSendHoursAsync(RecordedHost host, Stage stage, int mails)
    {
        for (var hour = 0; hour < HoursOfADay; hour++)
        {
            stage.Mail.CountAnew();
            var requests = await host.DrainAsync();
            if (stage.Mail.Taken > 0)
            {
                return CostOf(requests, stage, mails);
            }

            host.MoveClock(AnHour);
        }

        throw new InvalidOperationException("No articles were sent within a day.");
    }

    private static async Task<Cost> DrainAsync(RecordedHost host, Stage stage, int mails)
    {
        stage.Mail.CountAnew();
        return CostOf(await host.DrainAsync(), stage, mails);
    }

    private static Cost CostOf(IReadOnlyCollection<RecordedRequest> requests, Stage stage, int mails)
    {
        var scans = requests.Count(request => request.IsScan);
        return stage.Mail.Taken == mails
            ? new((double)(requests.Count - scans) / People, scans)
            : throw new InvalidOperationException($"{stage.Mail.Taken} mails were sent instead of {mails}.");
    }

    /// <param name="Mails">Requests for the mails of one person.</param>
    /// <param name="Scans">Requests to look what is due.</param>
    private sealed record Cost(double Mails, int Scans);
}
