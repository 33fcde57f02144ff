using System.Net;
using System.Text.Json;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Stats;

/// <summary>How soon staff answer, over HTTP.</summary>
public sealed class FirstResponseApiTests : IAsyncLifetime
{
    private const string Path = "/api/stats/first-response";

    private HostedApp app = null!;

    public async Task InitializeAsync()
    {
        app = await HostedApp.StartAsync();
        var lead = ALead.Captured(at: ALead.Noon, kind: LeadKind.Call) with { FirstRespondedAt = ALead.Noon.AddMinutes(12).AddSeconds(15) };
        await app.Leads.CaptureAsync(ALead.New(lead), default);
        await app.Leads.CaptureAsync(ALead.New(ALead.Captured(at: ALead.Noon)), default);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task The_answer_has_a_row_for_each_week_and_kind_and_says_nothing_where_nobody_was_answered()
    {
        using var response = await GetAsync("?from=2026-03-01&to=2026-03-31");

        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(
            """{"week":"2026-03-02","kind":"call","captured":1,"answered":1,"waiting":0,"openMedian":12.3,"openP90":12.3,"wallMedian":12.3,"wallP90":12.3}""",
            answer.GetProperty("rows")[0].GetRawText());
        Assert.Equal(
            """{"week":"2026-03-02","kind":"appointment","captured":1,"answered":0,"waiting":1,"openMedian":null,"openP90":null,"wallMedian":null,"wallP90":null}""",
            answer.GetProperty("rows")[1].GetRawText());
        Assert.Equal(["call", "appointment"], answer.GetProperty("totals").EnumerateArray().Select(row => row.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task The_same_comes_as_CSV()
    {
        using var response = await GetAsync("?from=2026-03-01&to=2026-03-31", "text/csv");

        Assert.Equal(
            ["week,kind,captured,answered,waiting,openMedian,openP90,wallMedian,wallP90", "2026-03-02,call,1,1,0,12.3,12.3,12.3,12.3", "2026-03-02,appointment,1,0,1,,,,", ""],
            (await response.Content.ReadAsStringAsync()).Split("\r\n"));
        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("?from=2024-01-01&to=2025-01-01", "from")]
    [InlineData("?from=2026-03-02&to=2026-03-01", "from")]
    [InlineData("?by=kind", "by")]
    [InlineData("?from=yesterday", "from")]
    public async Task What_cannot_be_answered_is_refused_by_the_name_of_the_parameter(string query, string parameter)
    {
        using var response = await GetAsync(query);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var errors = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("errors");
        Assert.Equal(parameter, Assert.Single(errors.EnumerateObject()).Name);
    }

    [Fact]
    public async Task Storage_that_is_away_is_told_of()
    {
        app.Leads.IsAway = true;

        using var response = await GetAsync("?from=2024-01-01&to=2024-12-31");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
    }

    private async Task<HttpResponseMessage> GetAsync(string query, string accept = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Path + query);
        request.Headers.Add("x-functions-key", "local");
        request.Headers.Add("Accept", accept);
        return await app.Client.SendAsync(request);
    }
}
