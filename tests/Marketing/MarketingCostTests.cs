using System.Diagnostics;
using System.Globalization;
using Azure.Data.Tables;
using LeadFunctions.Http;
using LeadFunctions.Leads;
using LeadFunctions.Marketing;
using LeadFunctions.Storage;
using LeadFunctions.Tests.Access;
using LeadFunctions.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit.Abstractions;

namespace LeadFunctions.Tests.Marketing;

/// <summary>What a look at the figures of a year costs, at 10,000 leads a month.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class MarketingCostTests(AzuriteFixture azurite, ITestOutputHelper output) : IAsyncLifetime
{
    private const int LeadsADay = 330;
    private const int Looks = 5;

    private readonly CountingTransport transport = new();
    private readonly string name = "events" + Guid.CreateVersion7().ToString("n");

    public Task InitializeAsync() => new TableClient(azurite.ConnectionString, name).CreateAsync();

    public Task DisposeAsync() => new TableClient(azurite.ConnectionString, name).DeleteAsync();

    [Fact]
    public async Task A_year_is_four_short_questions_however_many_leads_there_were()
    {
        var today = new DateOnly(2026, 12, 31);
        await FillAsync(today, days: 730);
        await using var app = new TestApp();
        app.Clock.SetUtcNow(new(2026, 12, 31, 20, 0, 0, TimeSpan.Zero));
        var table = new TableClient(azurite.ConnectionString, name, new TableClientOptions { Transport = transport });
        var ranges = app.Get<RangeReader>();
        var endpoint = new MarketingEndpoint(
            new(new TableDayCounts(table), new TableAnswerTimes(table), ranges), ranges, app.Get<MarketingTables>(), app.Get<PageRenderer>(), NullLogger<MarketingEndpoint>.Instance);
        new LeadFunctions.Access.SignedIn(StaffBrowser.Member("marketing@example.com;marketing"), Session: null).Enter();
        var request = new DefaultHttpContext().Request;
        request.QueryString = new("?from=2026-01-01&to=2026-12-31");

        var times = new List<double>();
        for (var look = 0; look < Looks; look++)
        {
            var begun = Stopwatch.GetTimestamp();
            var page = Assert.IsType<PageResult>(await endpoint.PageAsync(request, default));
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            Assert.Contains(10_000.ToString(CultureInfo.InvariantCulture)[..2], page.Html, StringComparison.Ordinal);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"A year of {365 * LeadsADay} leads: {string.Join(", ", times.Select(time => $"{time:F0}"))} ms, {transport.Requests / Looks} requests each."));

        // A question is one request, or one more for each 1,000 rows; the rows are dates.
        Assert.Equal(4 * Looks, transport.Requests);
    }

    /// <summary>Dates as a busy clinic has them: every key that a dimension keeps apart is there on most days.</summary>
    private async Task FillAsync(DateOnly last, int days)
    {
        var table = new TableClient(azurite.ConnectionString, name);
        var random = new Random(650);
        var keys = new Dictionary<Dimension, string[]>
        {
            [Dimension.Kind] = ["appointment", "call"],
            [Dimension.Concern] = [.. Enumerable.Range(0, 14).Select(number => $"concern-of-number-{number}")],
            [Dimension.Article] = [.. Enumerable.Range(0, 30).Select(number => $"an-article-with-a-usual-slug-{number}")],
            [Dimension.Step] = ["none", "0", "1", "2", "3", "4"],
            [Dimension.Sequence] = ["none", "appointment.2", "call.2"],
            [Dimension.Source] = [.. Enumerable.Range(0, 40).Select(number => $"https://mindbody.example.com/articles/a-page-{number}")],
            [Dimension.FirstSource] = [.. Enumerable.Range(0, 40).Select(number => $"https://mindbody.example.com/articles/a-page-{number}")],
            [Dimension.Campaign] = [.. Enumerable.Range(0, 12).Select(number => $"campaign-{number}")],
            [Dimension.FirstCampaign] = [.. Enumerable.Range(0, 12).Select(number => $"campaign-{number}")],
            [Dimension.Medium] = ["cpc", "email", "social"],
            [Dimension.Language] = ["en", "es"],
            [Dimension.Wait] = ["00", "01", "02-03", "04-07", "08-14", "15-30", "31-90"],
            [Dimension.Variant] = ["call.3.1.a", "call.3.1.b"],
            [Dimension.ConcernSource] = [.. Enumerable.Range(0, 200).Select(number => $"concern-of-number-{number % 14}|https://mindbody.example.com/articles/a-page-{number % 40}")],
        };
        foreach (var chunk in Enumerable.Range(0, days).Chunk(50))
        {
            await table.SubmitTransactionAsync(chunk.Select(back =>
            {
                var tally = new Tally();
                tally.AddAt(9, Sum(Dimension.Total, [""], LeadsADay));
                for (var hour = 0; hour < 24; hour++)
                {
                    tally.Add(Dimension.Hour, hour.ToString("D2", CultureInfo.InvariantCulture), Some());
                }

                foreach (var (dimension, all) in keys)
                {
                    tally.Add(Sum(dimension, all, LeadsADay / all.Length));
                }

                var row = new TableEntity(StatisticsKeys.Days, StatisticsKeys.Day(last.AddDays(-back)));
                TallyColumns.Write(row, tally.Bounded());
                return new TableTransactionAction(TableTransactionActionType.Add, row);
            }));
        }

        Tally Sum(Dimension dimension, IEnumerable<string> all, int about)
        {
            var tally = new Tally();
            foreach (var key in all)
            {
                tally.Add(dimension, key, Some(about));
            }

            return tally;
        }

        Counts Some(int about = 20) => Counts.Of([.. Enumerable.Range(0, Counts.Length).Select(_ => random.Next(about, (about * 2) + 2))]);
    }
}
