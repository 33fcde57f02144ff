using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LeadFunctions.Leads;
using LeadFunctions.Stats;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Stats;

public sealed class StatsApiTests : IAsyncLifetime
{
    private const string Range = "from=2026-03-01&to=2026-03-31";

    private HostedApp app = null!;

    public async Task InitializeAsync()
    {
        app = await HostedApp.StartAsync();
        var lead = LeadId.New(new(1));
        await app.Events.Statistics.KeepAsync(lead, Facts("=HYPERLINK(\"http://evil.example.com\",\"a\")", ["anxiety", "ocd"]), default);
        await app.Events.Statistics.KeepAsync(new(lead.Value ^ 32), Facts("plain, \"quoted\"", ["anxiety"]), default);
        await app.Events.Statistics.CountAsync(lead, default);
        await app.Events.Statistics.CountAsync(new(lead.Value ^ 32), default);
        await app.Get<RollupHandler>().HandleAsync(default);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Figures_have_the_shape_of_the_contract()
    {
        var answer = await GetAsync($"{Range}&by=kind");

        Assert.Equal("2026-03-01", answer.GetProperty("from").GetString());
        Assert.Equal("2026-03-31", answer.GetProperty("to").GetString());
        Assert.Equal("kind", answer.GetProperty("by").GetString());
        Assert.True(answer.GetProperty("exclusive").GetBoolean());
        Assert.False(answer.TryGetProperty("note", out _));
        var row = Assert.Single(answer.GetProperty("rows").EnumerateArray());
        Assert.Equal(
            ["key", "captured", "sent", "delivered", "opened", "openedMachine", "clicked", "clickedMachine", "unsubscribed", "bounced", "complained", "booked"],
            row.EnumerateObject().Select(property => property.Name).Take(12));
        Assert.Equal("appointment", row.GetProperty("key").GetString());
        Assert.Equal(2, row.GetProperty("captured").GetInt32());
        Assert.Equal(2, answer.GetProperty("totals").GetProperty("sent").GetInt32());
    }

    [Theory]
    [InlineData("day", true)]
    [InlineData("kind", true)]
    [InlineData("concern", false)]
    [InlineData("article", false)]
    [InlineData("step", true)]
    [InlineData("source", true)]
    [InlineData("sequence", true)]
    [InlineData("campaign", true)]
    [InlineData("medium", true)]
    [InlineData("content", true)]
    [InlineData("language", true)]
    [InlineData("firstSource", true)]
    [InlineData("firstCampaign", true)]
    [InlineData("hour", true)]
    public async Task Rows_come_to_the_totals_where_it_is_said_that_they_do(string by, bool isExclusive)
    {
        var answer = await GetAsync($"{Range}&by={by}");

        Assert.Equal(isExclusive, answer.GetProperty("exclusive").GetBoolean());
        Assert.Equal(!isExclusive, answer.TryGetProperty("note", out _));
        if (isExclusive)
        {
            Assert.All(answer.GetProperty("totals").EnumerateObject(), total => Assert.Equal(
                total.Value.GetInt32(), answer.GetProperty("rows").EnumerateArray().Sum(row => row.GetProperty(total.Name).GetInt32())));
        }
    }

    [Fact]
    public async Task A_lead_with_two_concerns_is_in_two_rows_and_once_in_the_totals()
    {
        var answer = await GetAsync($"{Range}&by=concern");

        Assert.Equal(["anxiety", "ocd"], answer.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("key").GetString()));
        Assert.Equal(2, answer.GetProperty("totals").GetProperty("captured").GetInt32());
    }

    [Theory]
    [InlineData("day")]
    [InlineData("concern")]
    [InlineData("campaign")]
    [InlineData("step")]
    public async Task The_csv_says_what_the_json_does_and_no_cell_is_a_formula(string by)
    {
        var json = await GetAsync($"{Range}&by={by}");
        using var response = await SendAsync($"{Range}&by={by}", accept: "text/csv");
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Accept", response.Headers.Vary);
        var lines = Parse(text);
        Assert.Equal(json.GetProperty("rows").GetArrayLength() + 1, lines.Count);
        foreach (var (index, name) in lines[0].Index().Skip(1))
        {
            Assert.Equal(
                json.GetProperty("rows").EnumerateArray().Sum(row => row.GetProperty(name).GetInt32()),
                lines.Skip(1).Sum(line => int.Parse(line[index], CultureInfo.InvariantCulture)));
        }

        Assert.All(lines, line => Assert.DoesNotMatch("^[=+@\t\r-]", line[0]));
        Assert.Equal(
            json.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("key").GetString()),
            lines.Skip(1).Select(line => line[0].TrimStart('\'')));
    }

    [Theory]
    [InlineData("from=2026-13-01", "from", "A date such as 2026-03-31.")]
    [InlineData("from=03/01/2026", "from", "A date such as 2026-03-31.")]
    [InlineData("to=", "to", "A date such as 2026-03-31.")]
    [InlineData("from=2026-04-01&to=2026-03-31", "from", "A date that is not after 2026-03-31, the last one.")]
    [InlineData("from=2010-01-01&to=2026-03-31", "from", "A date that is at most 3652 days before the last one.")]
    [InlineData("by=name", "by", "One of day, kind, concern, article, step, source, *")]
    [InlineData("by=day&by=kind", "by", "At most one value.")]
    [InlineData("until=2026-03-31", "until", "Not a parameter. Known are from, to and by.")]
    public async Task What_is_wrong_is_said_by_the_name_of_the_parameter(string query, string parameter, string expected)
    {
        using var response = await SendAsync(query);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        var errors = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors");
        var said = Assert.Single(errors.EnumerateObject());
        Assert.Equal(parameter, said.Name);
        Assert.StartsWith(expected.TrimEnd('*'), said.Value[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_parameters_it_is_the_last_thirty_days_by_day()
    {
        var answer = await GetAsync("");

        Assert.Equal("day", answer.GetProperty("by").GetString());
        Assert.Equal(30, answer.GetProperty("rows").GetArrayLength());
    }

    [Fact]
    public async Task Who_has_no_key_gets_nothing()
    {
        using var figures = await app.Client.GetAsync("/api/stats");
        using var rebuild = await app.Client.PostAsync("/api/ops/stats/rebuild", null);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (figures.StatusCode, rebuild.StatusCode));
    }

    [Fact]
    public async Task Who_asks_again_is_told_that_nothing_changed()
    {
        using var first = await SendAsync(Range);
        using var request = Request(HttpMethod.Get, $"/api/stats?{Range}");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var again = await app.Client.SendAsync(request);

        Assert.Equal("private, max-age=60", first.Headers.CacheControl!.ToString().Replace("max-age=60, private", "private, max-age=60", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task Storage_that_is_away_is_said_so()
    {
        app.Events.IsAway = true;

        using var response = await SendAsync(Range);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
    }

    [Fact]
    public async Task A_rebuild_finds_nothing_that_differs()
    {
        using var request = Request(HttpMethod.Post, "/api/ops/stats/rebuild");
        using var response = await app.Client.SendAsync(request);
        using var wrong = Request(HttpMethod.Post, "/api/ops/stats/rebuild?cursor=zz");
        using var refused = await app.Client.SendAsync(wrong);

        Assert.Equal("""{"leads":2,"days":2,"different":0}""", await response.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    private static LeadFacts Facts(string campaign, IReadOnlyList<string> concerns) => new()
    {
        Captured = new() { At = ALead.Noon, Kind = LeadKind.Appointment, Language = "en", Concerns = concerns, Campaign = campaign },
        Sent = [new(1, ALead.Noon.AddDays(1), "appointment.1", [new("one", "a"), new("two", "b")])],
    };

    private async Task<JsonElement> GetAsync(string query)
    {
        using var response = await SendAsync(query);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<HttpResponseMessage> SendAsync(string query, string accept = "application/json")
    {
        using var request = Request(HttpMethod.Get, $"/api/stats?{query}");
        request.Headers.Accept.ParseAdd(accept);
        return await app.Client.SendAsync(request);
    }

    private static HttpRequestMessage Request(HttpMethod method, string route)
    {
        var request = new HttpRequestMessage(method, route);
        request.Headers.Add("x-functions-key", "local");
        return request;
    }

    // RFC 4180, read by the letter.
    private static List<List<string>> Parse(string text)
    {
        var lines = new List<List<string>>();
        var line = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var field = new System.Text.StringBuilder();
            if (text[at] == '"')
            {
                for (at++; text[at] != '"' || (at + 1 < text.Length && text[at + 1] == '"'); at++)
                {
                    field.Append(text[at]);
                    at += text[at] == '"' ? 1 : 0;
                }

                at++;
            }
            else
            {
                for (; text[at] is not (',' or '\r'); at++)
                {
                    field.Append(text[at]);
                }
            }

            line.Add(field.ToString());
            if (text[at] == ',')
            {
                at++;
                continue;
            }

            Assert.Equal("\r\n", text.Substring(at, 2));
            at += 2;
            lines.Add(line);
            line = [];
        }

        return lines;
    }
}
