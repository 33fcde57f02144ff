using System.Text.Json;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Health;

/// <summary>GET /health/ready over HTTP, as a monitor outside reads it.</summary>
public sealed class ReadinessApiTests : IAsyncLifetime
{
    private HostedApp app = null!;

    public async Task InitializeAsync() => app = await HostedApp.StartAsync();

    public Task DisposeAsync() => app.DisposeAsync().AsTask();

    [Fact]
    public async Task An_app_at_work_is_ready_and_gives_no_reason()
    {
        using var ran = await app.Client.PostAsync("/admin/functions/Drain?wait=true", null);

        Assert.Equal((200, """{"status":"ready","oldestDueSeconds":0,"reasons":[]}"""), await GetAsync());
    }

    [Fact]
    public async Task What_is_wrong_is_told_in_words_and_is_no_503()
    {
        await app.Upkeep.RanAsync(new("Drain", app.Clock.GetUtcNow().AddMinutes(-1), TimeSpan.Zero) { Pause = SendingPause.Refusal }, default);

        var (status, answer) = await GetAsync();

        Assert.Equal(200, status);
        var reason = Assert.Single(JsonSerializer.Deserialize<JsonElement>(answer).GetProperty("reasons").EnumerateArray());
        Assert.Equal("provider-refuses", reason.GetProperty("id").GetString());
        Assert.Equal("The mail provider does not take our key or our sender: nothing is sent.", reason.GetProperty("says").GetString());
    }

    [Fact]
    public async Task A_request_that_would_be_lost_is_a_503()
    {
        app.Leads.IsAway = true;

        var (status, answer) = await GetAsync();

        Assert.Equal((503, """{"status":"storage is away","reasons":[{"id":"storage-away","says":"Table Storage does not answer."}]}"""), (status, answer));
    }

    private async Task<(int Status, string Answer)> GetAsync()
    {
        using var response = await app.Client.GetAsync("/health/ready");
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
