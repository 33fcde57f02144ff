using System.Diagnostics;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using LeadFunctions.Leads;
using LeadFunctions.Stats;
using LeadFunctions.Storage;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit.Abstractions;

namespace LeadFunctions.Tests.Storage;

[Collection(AzuriteCollection.Name)]
public sealed class TableStatisticsTests(AzuriteFixture azurite, ITestOutputHelper output) : LeadCountsContract, IAsyncLifetime
{
    private readonly TableClient table = new(azurite.ConnectionString, "events" + Guid.CreateVersion7().ToString("n"));

    protected override IEventStore Events => new TableEventStore(table, new EveryLead());

    protected override ILeadCounts Counts => new TableLeadCounts(table);

    protected override IDayCounts Days => new TableDayCounts(table);

    protected override IAnswerTimes Answers => new TableAnswerTimes(table);

    public async Task InitializeAsync() => await table.CreateAsync();

    public async Task DisposeAsync() => await table.DeleteAsync();

    [Fact]
    public async Task A_count_that_is_cut_short_anywhere_is_completed_by_the_next()
    {
        var injected = 0;
        for (var calls = 0; ; calls++)
        {
            var lead = await ALeadAsync();
            await Counts.CountAsync(lead, default);
            await Events.KeepAsync([Delivered(lead, NoonOfToday.AddHours(4)), AnEvent.Of(MailEventKind.Bounced, new(lead, Track.Visitor, 1), NoonOfToday.AddHours(5))], default);
            var dying = new TableLeadCounts(new TableClient(azurite.ConnectionString, table.Name, Dying.After(calls)));

            if (await Record.ExceptionAsync(() => dying.CountAsync(lead, default)) is null)
            {
                break;
            }

            injected++;
            await Counts.CountAsync(lead, default);
            Assert.False(await Counts.RecountAsync(lead, default));
            Assert.Contains(EventHour.Of(NoonOfToday.AddHours(5)), await Days.ChangedHoursAsync(default).Select(hour => hour.Start).ToListAsync());
        }

        Assert.InRange(injected, 8, 40);
        await Days.SumAsync(Today, default);
        Assert.Equal((injected + 1, injected + 1), ((await TodayAsync(Dimension.Total))[""][Metric.Delivered], (await TodayAsync(Dimension.Total))[""][Metric.Bounced]));
    }

    [Fact]
    public async Task An_erasure_that_is_cut_short_anywhere_is_completed_by_the_next_and_no_sum_changes()
    {
        var injected = 0;
        for (var calls = 0; ; calls++)
        {
            var lead = await ALeadAsync();
            await Events.KeepAsync([Delivered(lead, NoonOfToday.AddHours(4))], default);
            var dying = new TableEventStore(new TableClient(azurite.ConnectionString, table.Name, Dying.After(calls)), new EveryLead());

            if (await Record.ExceptionAsync(() => dying.ForgetAsync(lead, ALead.Noon, default)) is null)
            {
                break;
            }

            injected++;
            await Events.ForgetAsync(lead, ALead.Noon, default);
            Assert.Empty(await table.QueryAsync<TableEntity>().Where(row => row.RowKey.Contains(lead.ToString(), StringComparison.Ordinal) && row.PartitionKey != EventKeys.Erased).ToListAsync());
        }

        Assert.InRange(injected, 12, 60);
        await Days.SumAsync(Today, default);
        Assert.Equal((injected + 1, injected + 1), ((await TodayAsync(Dimension.Total))[""][Metric.Captured], (await TodayAsync(Dimension.Total))[""][Metric.Delivered]));
    }

    [Fact]
    public async Task A_row_that_is_wrong_is_found_and_mended_by_a_recount()
    {
        var lead = await ALeadAsync();
        await Counts.CountAsync(lead, default);
        await foreach (var row in table.QueryAsync<TableEntity>().Where(row => row.RowKey.StartsWith('~') && row.RowKey.EndsWith(lead.ToString(), StringComparison.Ordinal)))
        {
            row["Total"] = """{"":[7]}""";
            await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
        }

        Assert.False(await Counts.CountAsync(lead, default));
        Assert.True(await Counts.RecountAsync(lead, default));
        Assert.False(await Counts.RecountAsync(lead, default));
    }

    [Fact]
    public async Task Keys_are_digits_that_say_nothing_of_anybody()
    {
        var lead = await ALeadAsync();
        await Events.KeepAsync([Delivered(lead, NoonOfToday)], default);
        await Counts.CountAsync(lead, default);
        await Days.SumAsync(Today, default);
        await Days.SetCountedUntilAsync(NoonOfToday, default);

        var keys = await table.QueryAsync<TableEntity>().SelectMany(row => new[] { row.PartitionKey, row.RowKey }.ToAsyncEnumerable()).ToListAsync();

        Assert.All(keys, key => Assert.Matches("^[0-9a-f~]+$", key));
    }

    [Fact]
    public async Task Ten_years_are_a_few_requests()
    {
        for (var year = 0; year < 40; year++)
        {
            var rows = Enumerable.Range(0, 100).Select(day => new TableTransactionAction(
                TableTransactionActionType.Add,
                new TableEntity("d", new DateOnly(2020, 1, 1).AddDays((year * 100) + day).ToString("yyyyMMdd", null)) { ["Total"] = """{"":[1]}""" }));
            await table.SubmitTransactionAsync(rows);
        }

        var counting = new CountingTransport();
        var days = new TableDayCounts(new TableClient(azurite.ConnectionString, table.Name, new TableClientOptions { Transport = counting }));
        var begun = Stopwatch.GetTimestamp();

        var found = await days.DaysAsync(new(2020, 1, 1), new(2029, 12, 31), [Dimension.Total], default).CountAsync();

        Assert.Equal(3653, found);
        Assert.Equal(4, counting.Requests);
        Assert.InRange(Stopwatch.GetElapsedTime(begun), TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_year_of_ten_thousand_leads_a_month_is_answered_at_once_whatever_is_asked()
    {
        // Every dimension as full as a day's row can get; what a day holds does not grow with the number of leads.
        for (var month = 0; month < 12; month++)
        {
            var rows = Enumerable.Range(0, 31).Select(day => new TableTransactionAction(
                TableTransactionActionType.UpsertReplace, AFullDay(new DateOnly(2026, 1, 1).AddDays((month * 31) + day))));
            await table.SubmitTransactionAsync(rows);
        }

        var handler = new StatsHandler(null!, Days, NullLogger<StatsHandler>.Instance);
        foreach (var by in StatsBy.All)
        {
            var times = new List<TimeSpan>();
            for (var tries = 0; tries < 4; tries++)
            {
                var begun = Stopwatch.GetTimestamp();
                var answer = await handler.AnswerAsync(new(new(2026, 1, 1), new(2026, 12, 31), by), default);
                times.Add(Stopwatch.GetElapsedTime(begun));
                Assert.Equal(365 * 330, answer.Totals.Captured);
            }

            output.WriteLine($"{by.Name}: {string.Join(", ", times.Select(time => $"{time.TotalMilliseconds:F0} ms"))}");
            Assert.InRange(times.Min(), TimeSpan.Zero, TimeSpan.FromMilliseconds(300));
        }
    }

    private static TableEntity AFullDay(DateOnly date)
    {
        var tally = new Tally();
        foreach (var dimension in Enum.GetValues<Dimension>())
        {
            var keys = dimension switch
            {
                Dimension.Total => 1,
                Dimension.Kind or Dimension.Language => 2,
                Dimension.Step or Dimension.Sequence or Dimension.Wait => 8,
                Dimension.Hour => 24,
                Dimension.Concern => 12,
                _ => Tally.MostKeys,
            };
            foreach (var key in Enumerable.Range(0, keys))
            {
                tally.Add(dimension, dimension == Dimension.Total ? "" : $"https://mindbody.example.com/articles/number-{key + (date.DayNumber % 30)}", LeadFunctions.Leads.Counts.Of(
                    [330 / keys, 1650 / keys, 1600 / keys, 700 / keys, 300 / keys, 200 / keys, 150 / keys, 50 / keys, 90 / keys, 9, 3, 1, 40 / keys, 20 / keys, 30 / keys, 40 / keys]));
            }
        }

        var row = new TableEntity("d", date.ToString("yyyyMMdd", null));
        TallyColumns.Write(row, tally);
        return row;
    }

    /// <summary>Does what is asked a number of times, then nothing more; every second last answer is lost although the work is done.</summary>
    private sealed class Dying(int calls) : HttpPipelineTransport
    {
        private readonly HttpClientTransport real = new();
        private readonly bool losesLastAnswer = calls % 2 == 1;
        private int left = calls;

        public static TableClientOptions After(int calls) => new() { Transport = new Dying(calls), Retry = { MaxRetries = 0 } };

        public override Request CreateRequest() => real.CreateRequest();

        public override void Process(HttpMessage message) => throw new NotSupportedException();

        public override async ValueTask ProcessAsync(HttpMessage message)
        {
            if (--left < -1 || (left == -1 && !losesLastAnswer))
            {
                throw new Azure.RequestFailedException("It is dead.");
            }

            await real.ProcessAsync(message);
            if (left == -1)
            {
                throw new Azure.RequestFailedException("It died before it heard the answer.");
            }
        }
    }
}
