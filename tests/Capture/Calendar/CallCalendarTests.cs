using System.Globalization;
using System.Text.RegularExpressions;
using LeadFunctions.Capture;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Capture;

public sealed class CallCalendarTests : IAsyncLifetime
{
    // A Monday at 9:00 on the clinic's clock.
    private static readonly DateTimeOffset Sent = DateTimeOffset.Parse("2026-03-02T17:00:00Z", CultureInfo.InvariantCulture);

    private readonly TestApp app = new();

    private CallCalendar Calls => app.Get<CallCalendar>();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [InlineData("monday", PartOfDay.Morning, "2026-03-02T16:30Z", "2026-03-02T20:00Z")]
    [InlineData("tuesday", PartOfDay.Afternoon, "2026-03-03T20:00Z", "2026-03-04T01:00Z")]
    [InlineData("tuesday", PartOfDay.Evening, "2026-03-04T01:00Z", "2026-03-04T01:30Z")]
    [InlineData("saturday", PartOfDay.Any, "2026-03-07T17:00Z", "2026-03-07T21:00Z")]
    [InlineData("2026-03-09", PartOfDay.Morning, "2026-03-09T15:30Z", "2026-03-09T19:00Z")]
    public void A_day_that_was_named_is_a_time_within_the_clinics_hours(string day, PartOfDay part, string from, string to)
    {
        var window = Calls.WindowOf(Wish(day, part));

        Assert.Equal(new(At(from), At(to)), window);
    }

    [Theory]
    [InlineData("any", PartOfDay.Morning)]
    [InlineData("sunday", PartOfDay.Any)]
    [InlineData("saturday", PartOfDay.Evening)]
    [InlineData("2026-12-25", PartOfDay.Any)]
    [InlineData("2026-03-01", PartOfDay.Any)]
    [InlineData("2026-02-27", PartOfDay.Any)]
    public void Where_no_day_was_named_or_nobody_is_there_or_it_is_over_there_is_none(string day, PartOfDay part) =>
        Assert.Null(Calls.WindowOf(Wish(day, part)));

    [Fact]
    public void A_part_of_today_that_is_over_means_the_same_day_next_week()
    {
        var afternoon = Sent.AddHours(5);

        var window = Calls.WindowOf(Wish("monday", PartOfDay.Morning) with { SentAt = afternoon });

        Assert.Equal(At("2026-03-09T15:30Z"), window!.From);
    }

    [Theory]
    [InlineData("friday", PartOfDay.Morning)]
    [InlineData("2031-12-31", PartOfDay.Evening)]
    [InlineData("2000-01-01", PartOfDay.Any)]
    public void A_link_brings_the_time_back_as_it_was(string day, PartOfDay part)
    {
        var links = app.Get<LeadLinks>();
        var link = links.Thanks(new(7), LeadKind.Call, isUrgent: true, ["depression-and-chronic-pain"], new(day, part));

        var read = links.ReadThanks(link.Split('/')[^1])!.Value;

        Assert.Equal(new PreferredTime(day, part), read.CallAt);
        Assert.True(read.IsUrgent);
        Assert.Single(read.Articles);
    }

    [Fact]
    public void An_entry_is_one_that_calendars_read_and_says_nothing_of_why()
    {
        var thanks = Wish("tuesday", PartOfDay.Morning);

        var entry = Calls.ToEntry(thanks, Calls.WindowOf(thanks)!);

        Assert.Matches(new Regex("^BEGIN:VCALENDAR\r\nVERSION:2\\.0\r\n.*END:VCALENDAR\r\n$", RegexOptions.Singleline), entry);
        Assert.Contains("\r\nDTSTART:20260303T163000Z\r\nDTEND:20260303T200000Z\r\n", entry, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Call from Palo Alto Mind Body\r\n", entry, StringComparison.Ordinal);
        Assert.All(entry.Split("\r\n"), line => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotMatch("(?i)depress|pain|anxi", entry);
    }

    [Fact]
    public async Task The_page_that_says_thanks_leads_to_the_entry()
    {
        await using var hosted = await HostedApp.StartAsync();
        using var form = new FormUrlEncodedContent(
        [
            new("name", "Robin Gray"), new("phone", "(650) 555-0123"), new("preferredTimes.day", "tuesday"), new("preferredTimes.part", "morning"),
        ]);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/calls?lang=es", UriKind.Relative)) { Content = form, Headers = { { "Accept", "text/html" } } };
        using var sent = await hosted.Client.SendAsync(request);

        var page = Pages.PageBench.Parse(await hosted.Client.GetStringAsync(sent.Headers.Location));
        var link = page.QuerySelector("a[download]")!;
        using var entry = await hosted.Client.GetAsync(new Uri(link.GetAttribute("href")!, UriKind.Relative));

        Assert.Equal("Agregar al calendario", link.TextContent);
        Assert.Equal("text/calendar", entry.Content.Headers.ContentType!.MediaType);
        Assert.Contains("SUMMARY:Llamada de Palo Alto Mind Body", await entry.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_is_not_ours_has_no_entry()
    {
        await using var hosted = await HostedApp.StartAsync();

        using var answer = await hosted.Client.GetAsync(new Uri("/thanks/nothing/call.ics", UriKind.Relative));

        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static Thanks Wish(string day, PartOfDay part) => new(new(7), LeadKind.Call, IsUrgent: false, Sent, []) { CallAt = new(day, part) };

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
