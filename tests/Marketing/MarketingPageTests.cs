using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using CsvHelper;
using CsvHelper.Configuration;
using LeadFunctions.Leads;
using LeadFunctions.Stats;
using LeadFunctions.Tests.Access;
using LeadFunctions.Tests.Pages;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Marketing;

/// <summary>The page of figures over HTTP, as a browser without JavaScript has it.</summary>
public sealed partial class MarketingPageTests : IAsyncLifetime
{
    private const string Range = "from=2026-03-01&to=2026-03-31";

    // The clinic's Monday, noon.
    private static readonly DateTimeOffset Noon = ALead.Noon;

    private HostedApp app = null!;
    private StaffBrowser browser = null!;

    public async Task InitializeAsync()
    {
        app = await HostedApp.StartAsync(StaffBrowser.Members);
        LookAt(Noon.AddDays(40));

        // 30 who were reached, of whom 12 read and 6 were booked after three days; 10 of another concern, from another page, whom nothing reached.
        await Figures.AddAsync(
            app,
            30,
            number => Figures.Facts(Noon, bookedAt: number < 6 ? Noon.AddDays(3) : null),
            number => number < 12 ? [Figures.Delivered(Noon.AddDays(1)), Figures.Clicked(Noon.AddDays(2))] : [Figures.Delivered(Noon.AddDays(1)), Figures.OpenedByProgram(Noon.AddDays(1).AddSeconds(2))]);
        await Figures.AddAsync(app, 10, _ => Figures.Facts(Noon.AddDays(1), "ocd", "/articles/ocd") with { Sent = [] });
    }

    public Task DisposeAsync() => app.DisposeAsync().AsTask();

    [Fact]
    public async Task The_funnel_tells_how_many_came_how_far()
    {
        var page = await OpenAsync();

        Assert.Equal(
            ["Requests 40 100.0% 0", "Reached 30 75.0% 0", "Read by a person 12 30.0% 0", "Booked since 6 15.0% 0"],
            Rows(page, "funnel").Select(row => string.Join(' ', row.Take(4)).Replace("\u00A0", "", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Of_fewer_than_twenty_no_share_is_told()
    {
        var page = await OpenAsync();

        var ocd = Rows(page, "concerns").Single(row => row[0] == "OCD");
        Assert.Equal(("10", "too few to say"), (ocd[1], ocd[^1]));
    }

    [Fact]
    public async Task How_soon_staff_answered_is_told_by_week_and_not_of_fewer_than_twenty()
    {
        for (var number = 0; number < 20; number++)
        {
            await CaptureAsync(LeadKind.Call, TimeSpan.FromMinutes(number < 10 ? 5 : 95));
        }

        await CaptureAsync(LeadKind.Appointment, TimeSpan.FromMinutes(1));
        await app.Get<FigureUpdate>().HandleAsync(default);

        var page = await OpenAsync();

        Assert.Equal([["2026-03-02", "21", "50 min", "95 min", "too few to say", "too few to say"]], Rows(page, "answers"));
        var file = Assert.Single(await CsvAsync("answers"));
        Assert.Equal(("21", "50", "95", ""), (file["answered"], file["callMedian"], file["callNinetieth"], file["appointmentMedian"]));
        Assert.Equal("line", page.QuerySelector("section:has(#answers) table")!.GetAttribute("data-chart"));
    }

    [Fact]
    public async Task What_programs_did_stands_apart_from_what_people_did()
    {
        var mails = Rows(await OpenAsync(), "mails").ToDictionary(row => row[0], row => row[1]);

        Assert.Equal(("30", "12", "18", "12"), (mails["Delivered"], mails["Opened"], mails["Opened by programs"], mails["Clicked"]));
    }

    [Fact]
    public async Task Mails_that_were_sent_are_no_share_of_those_that_arrived()
    {
        var rows = Rows(await OpenAsync(), "mails").ToDictionary(row => row[0], row => row[2]);

        Assert.Equal(("—", "100.0%"), (rows["Sent"], rows["Delivered"]));
        Assert.Equal("", (await CsvAsync("mails")).First()["shareOfDelivered"]);
    }

    [Fact]
    public async Task A_week_is_told_when_its_days_are_over_and_not_before()
    {
        var week = Assert.Single(Rows(await OpenAsync(), "cohorts"), row => row[0] == "2026-03-02");

        Assert.Equal(["40", "6", "15.0%", "6", "15.0%", "too early", "too early"], week.Skip(1));
    }

    [Fact]
    public async Task The_hours_are_those_of_the_clinics_clock()
    {
        var page = await OpenAsync();

        var heading = page.QuerySelectorAll("section:has(#hours) thead th").Select(cell => cell.TextContent.Trim()).ToList();
        Assert.Equal("30", Rows(page, "hours").Single(row => row[0] == "Monday")[heading.IndexOf("12")]);
        Assert.Equal("heat-9", page.QuerySelector("section:has(#hours) td.heat-9")!.ClassList.Single(name => name.StartsWith("heat", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("2026-03-08T09:30:00Z", "2026-03-08T10:30:00Z", "Sunday", "01", 1, "03", 1)]
    [InlineData("2026-11-01T08:30:00Z", "2026-11-01T09:30:00Z", "Sunday", "01", 2, "02", 0)]
    public async Task Where_clocks_are_changed_an_hour_is_missing_or_comes_twice(string first, string second, string day, string hour, int there, string next, int thereNext)
    {
        await Figures.AddAsync(app, 1, _ => Figures.Facts(At(first)));
        await Figures.AddAsync(app, 1, _ => Figures.Facts(At(second)));
        LookAt(Noon.AddDays(300));

        var page = await OpenAsync($"from={first[..10]}&to={first[..10]}");

        var heading = page.QuerySelectorAll("section:has(#hours) thead th").Select(cell => cell.TextContent.Trim()).ToList();
        var row = Rows(page, "hours").Single(row => row[0] == day);
        Assert.Equal((there, thereNext), (Number(row[heading.IndexOf(hour)]), Number(row[heading.IndexOf(next)])));
        Assert.Equal("2", Rows(page, "trend").Single()[1]);

        static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
        static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Every_column_leads_to_what_it_means_and_every_table_to_its_file()
    {
        var page = await OpenAsync();

        Assert.All(page.QuerySelectorAll("main thead a"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
        Assert.All(page.QuerySelectorAll(".definitions dd"), meaning => Assert.InRange(meaning.TextContent.Length, 10, 400));
        foreach (var link in page.QuerySelectorAll("main .take a"))
        {
            using var file = await browser.GetAsync(link.GetAttribute("href")!);
            Assert.Equal((HttpStatusCode.OK, "text/csv"), (file.StatusCode, file.Content.Headers.ContentType!.MediaType));
            Assert.Matches("^key,", await file.Content.ReadAsStringAsync());
        }

        Assert.Equal(page.QuerySelectorAll("main table").Length, page.QuerySelectorAll("main .take a").Length);
        Assert.InRange(page.QuerySelectorAll("main table").Length, 12, 20);
    }

    [Theory]
    [InlineData("concerns", "concern", "captured", "clicked", "clickedMachine", "unsubscribed", "reached", "read", "bookedSince")]
    [InlineData("articles", "article", "sent", "delivered", "opened", "openedMachine", "clicked", "booked")]
    [InlineData("steps", "step", "sent", "delivered", "opened", "clicked", "booked")]
    [InlineData("sources", "source", "captured", "reached", "read", "bookedSince")]
    [InlineData("trend", "day", "captured", "sent", "delivered", "opened", "clicked", "booked")]
    public async Task A_file_read_by_another_program_comes_to_what_the_api_says(string table, string by, params string[] columns)
    {
        var rows = await CsvAsync(table);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/stats?{Range}&by={by}");
        request.Headers.Add("x-functions-key", "local");
        using var response = await app.Client.SendAsync(request);
        var json = await response.Content.ReadFromJsonAsync<JsonElement>();

        Assert.All(columns, column =>
        {
            var expected = json.GetProperty("rows").EnumerateArray().Sum(row => row.GetProperty(column).GetInt32());
            Assert.Equal(expected, rows.Sum(row => int.Parse(row[column], CultureInfo.InvariantCulture)));
        });
        Assert.Contains(rows, row => columns.Any(column => row[column] != "0"));
    }

    [Fact]
    public async Task A_pair_that_few_share_is_not_told_on_the_page_nor_in_the_file()
    {
        foreach (var (count, concern, source) in new[] { (3, "ocd", "/contact"), (22, "anxiety", "/articles/ocd"), (12, "depression", "/contact"), (8, "depression", "/articles/ocd") })
        {
            await Figures.AddAsync(app, count, _ => Figures.Facts(Noon.AddDays(2), concern, source));
        }

        LookAt(Noon.AddDays(80));

        const string afterTheQuarter = "from=2026-03-01&to=2026-04-20";
        var page = await OpenAsync(afterTheQuarter);

        var heading = page.QuerySelectorAll("section:has(#concern-sources) thead th").Select(cell => cell.TextContent.Trim()).ToList();
        var rows = Rows(page, "concern-sources").ToDictionary(row => row[0], row => row[heading.IndexOf("/contact")]);
        Assert.Equal(("30–34", "<5"), (rows["Anxiety"], rows["OCD"]));
        var file = (await CsvAsync("concern-sources", afterTheQuarter)).Single(row => row["key"] == "ocd");
        Assert.Equal(("<5", "10 to 14"), (file["/contact"], file["/articles/ocd"]));
    }

    [Fact]
    public async Task Who_works_in_marketing_sees_figures_and_no_leads()
    {
        using var figures = await browser.GetAsync("/marketing");
        using var queue = await browser.GetAsync("/staff");
        using var staff = await new StaffBrowser(app).SignIn("frontdesk@example.com;staff").GetAsync("/marketing");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (figures.StatusCode, queue.StatusCode, staff.StatusCode));
        Assert.True(figures.Headers.CacheControl!.NoStore);
        Assert.DoesNotMatch(Address(), (await figures.Content.ReadAsStringAsync()).Replace("marketing@example.com", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_runs_a_script_of_our_own_host_and_nothing_else()
    {
        using var response = await browser.GetAsync($"/marketing?{Range}");
        var page = PageBench.Parse(await response.Content.ReadAsStringAsync());

        var script = Assert.Single(page.QuerySelectorAll("script"));
        Assert.Equal("", script.TextContent);
        Assert.Empty(page.QuerySelectorAll("[style], link, img, iframe"));
        Assert.Matches("default-src 'none'; style-src ('sha256-[^']+' ?)+; script-src 'self'; ", response.Headers.GetValues("Content-Security-Policy").Single());
        using var charts = await app.Client.GetAsync(script.GetAttribute("src"));
        var text = await charts.Content.ReadAsStringAsync();
        Assert.Equal((HttpStatusCode.OK, "text/javascript"), (charts.StatusCode, charts.Content.Headers.ContentType!.MediaType));
        Assert.StartsWith("/*!\nThe MIT License (MIT)", text, StringComparison.Ordinal);
        Assert.Contains("Chart.js Contributors", text, StringComparison.Ordinal);
        Assert.Contains("Jukka Kurkela", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("from=2026-13-01", "dates such as 2026-03-31")]
    [InlineData("from=2026-04-01&to=2026-03-31", "after the last one")]
    [InlineData("from=2020-01-01&to=2026-03-31", "At most 731 days")]
    [InlineData("from=1999-12-31&to=2000-03-31", "from 2000-01-01")]
    [InlineData("from=2026-03-01&to=2099-03-31", "At most 731 days")]
    public async Task What_is_wrong_is_said_and_the_usual_dates_are_shown(string query, string expected)
    {
        using var response = await browser.GetAsync($"/marketing?{query}");
        using var file = await browser.GetAsync($"/marketing/tables/funnel?{query}");
        var page = PageBench.Parse(await response.Content.ReadAsStringAsync());

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (response.StatusCode, file.StatusCode));
        Assert.Contains(expected, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2026-01-12", page.QuerySelector("#from")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_is_not_there_or_away_is_said_so()
    {
        using var unknown = await browser.GetAsync("/marketing/tables/nothing");
        app.Events.IsAway = true;
        using var away = await browser.GetAsync("/marketing");
        using var file = await browser.GetAsync("/marketing/tables/funnel");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable), (unknown.StatusCode, away.StatusCode, file.StatusCode));
    }

    [Fact]
    public async Task Where_few_came_it_is_not_told_what_they_named()
    {
        var page = await OpenAsync("from=2026-03-03&to=2026-03-03");

        Assert.Empty(Rows(page, "concerns"));
        Assert.Contains("only where 20 people", page.QuerySelector("section:has(#concerns)")!.TextContent, StringComparison.Ordinal);
        Assert.All(Rows(page, "coverage"), row => Assert.Equal("withheld", row[3]));
    }

    // A session does not outlast such jumps.
    private void LookAt(DateTimeOffset now)
    {
        app.Clock.SetBack(app.Clock.GetUtcNow() - now);
        browser = new StaffBrowser(app).SignIn("marketing@example.com;marketing");
    }

    private Task<CaptureOutcome> CaptureAsync(LeadKind kind, TimeSpan answeredAfter) =>
        app.Leads.CaptureAsync(ALead.New(ALead.Captured(at: Noon, kind: kind) with { FirstRespondedAt = Noon + answeredAfter }), default);

    private async Task<IHtmlDocument> OpenAsync(string range = Range)
    {
        using var response = await browser.GetAsync($"/marketing?{range}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return PageBench.Parse(await response.Content.ReadAsStringAsync());
    }

    private async Task<List<Dictionary<string, string>>> CsvAsync(string table, string range = Range)
    {
        using var response = await browser.GetAsync($"/marketing/tables/{table}?{range}");
        using var csv = new CsvReader(new StringReader(await response.Content.ReadAsStringAsync()), new CsvConfiguration(CultureInfo.InvariantCulture));
        var rows = new List<Dictionary<string, string>>();
        await csv.ReadAsync();
        csv.ReadHeader();
        while (await csv.ReadAsync())
        {
            rows.Add(csv.HeaderRecord!.ToDictionary(name => name, name => csv.GetField(name)!));
        }

        return rows;
    }

    private static IEnumerable<List<string>> Rows(IHtmlDocument page, string table) =>
        page.QuerySelectorAll($"section:has(#{table}) tbody tr").Select(row => row.Children.Select(cell => cell.TextContent.Trim()).ToList());

    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.\w+")]
    private static partial Regex Address();
}
