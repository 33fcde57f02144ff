using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.FollowUp;

/// <summary>POST /api/ops/scrub over HTTP: what it answers, and to whom.</summary>
public sealed class ScrubApiTests : IAsyncLifetime
{
    private HostedApp app = null!;

    public async Task InitializeAsync() => app = await HostedApp.StartAsync();

    public Task DisposeAsync() => app.DisposeAsync().AsTask();

    [Fact]
    public async Task It_mends_and_says_what_it_found_and_what_it_left()
    {
        var (mended, lost) = (ALead.Captured(at: app.Clock.GetUtcNow()), ALead.Captured(at: app.Clock.GetUtcNow()));
        await app.Leads.CaptureAsync(ALead.New(mended), default);
        await app.Leads.CaptureAsync(ALead.New(lost), default);
        app.Leads.LoseWork(new(mended.Id, Track.Visitor, 0));
        app.Leads.Put(lost.Handle, null);

        var (status, answer) = await PostAsync("/api/ops/scrub");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(
            $$"""{"leads":1,"mended":1,"dropped":0,"left":1,"reported":["LeadLost {{lost.Id.Shard}} {{lost.Id}}"],"next":null}""",
            answer.GetRawText());
        Assert.Equal(1, (await app.Upkeep.ReadAsync(default)).Scrub!.Mended);
    }

    [Fact]
    public async Task It_goes_on_at_a_cursor_and_refuses_what_is_none()
    {
        await app.Leads.CaptureAsync(ALead.New(ALead.Captured(ALead.AContact(2))), default);
        await app.Leads.CaptureAsync(ALead.New(ALead.Captured(ALead.AContact(14))), default);

        var (_, rest) = await PostAsync("/api/ops/scrub?cursor=14");
        var (status, problem) = await PostAsync("/api/ops/scrub?cursor=nowhere");

        Assert.Equal(1, rest.GetProperty("leads").GetInt32());
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("What the answer before gave as next.", problem.GetProperty("errors").GetProperty("cursor")[0].GetString());
    }

    private async Task<(HttpStatusCode Status, JsonElement Answer)> PostAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Headers.Add("x-functions-key", "local");
        using var response = await app.Client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }
}
