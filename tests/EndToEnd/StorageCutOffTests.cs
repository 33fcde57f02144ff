using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Data.Tables;
using LeadFunctions.Leads;
using LeadFunctions.Local;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Tests.EndToEnd;

/// <summary>Storage is cut off while people write: real Kestrel, real Azurite, and a way between them that can be cut.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class StorageCutOffTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly string name = Guid.CreateVersion7().ToString("n");
    private CuttableLink toLeads = null!;
    private CuttableLink toSecond = null!;

    public async Task InitializeAsync()
    {
        var service = new TableServiceClient(azurite.ConnectionString);
        (toLeads, toSecond) = (new(service.Uri), new(service.Uri));
        await Task.WhenAll(new[] { "leads", "events", "spill" }.Select(table => service.CreateTableAsync(table + name)));
    }

    public async Task DisposeAsync()
    {
        await toLeads.DisposeAsync();
        await toSecond.DisposeAsync();
        var service = new TableServiceClient(azurite.ConnectionString);
        await Task.WhenAll(new[] { "leads", "events", "spill" }.Select(table => service.DeleteTableAsync(table + name)));
    }

    [Fact]
    public async Task Who_writes_while_storage_is_cut_off_is_answered_and_is_a_lead_like_any_other_afterwards()
    {
        await using var host = await StartAsync();
        using var client = new HttpClient { BaseAddress = host.BaseAddress };
        toLeads.Cut();

        var answer = await client.PostAsJsonAsync("/api/appointments", Request("robin@example.com", "cd3c5e36-9c0a-4a2c-8a6c-111111111111"));
        var again = await client.PostAsJsonAsync("/api/appointments", Request("robin@example.com", "cd3c5e36-9c0a-4a2c-8a6c-111111111111"));
        await host.RunAsync("Spill", default);
        toLeads.Mend();
        await host.RunAsync("Spill", default);
        await host.RunAsync("Spill", default);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        var reference = await ReferenceAsync(answer);
        Assert.Equal(reference, await ReferenceAsync(again));
        var leads = host.Services.GetRequiredService<ILeadDesk>();
        var stored = Assert.Single(await leads.AllAsync(LeadFilter.All, after: null, default).ToListAsync());
        Assert.Equal(reference, stored.Id.ToReference("PAMB"));
        Assert.Equal(2, await DueAsync(host, stored.Contact.Shard));
        Assert.Equal(OutboxKind.Captured, (await host.Services.GetRequiredService<IOutbox>().WaitingAsync(stored.Contact.Shard, default).SingleAsync()).Kind);
        Assert.Empty(await host.Services.GetRequiredService<ILeadSpill>().WaitingAsync(default).ToListAsync());
    }

    [Fact]
    public async Task A_submission_that_storage_had_with_another_content_is_a_lead_of_its_own()
    {
        await using var host = await StartAsync();
        using var client = new HttpClient { BaseAddress = host.BaseAddress };
        var submission = "cd3c5e36-9c0a-4a2c-8a6c-222222222222";
        await client.PostAsJsonAsync("/api/appointments", Request("robin@example.com", submission));
        toLeads.Cut();
        await client.PostAsJsonAsync("/api/appointments", Request("robin@example.com", submission, "something else"));
        toLeads.Mend();

        await host.RunAsync("Spill", default);
        await host.RunAsync("Spill", default);

        var all = await host.Services.GetRequiredService<ILeadDesk>().AllAsync(LeadFilter.All, after: null, default).ToListAsync();
        Assert.Equal(["", "something else"], all.Select(lead => lead.Message).Order());
    }

    [Fact]
    public async Task With_both_accounts_cut_off_people_are_asked_to_call_and_nothing_is_pretended()
    {
        await using var host = await StartAsync();
        using var client = new HttpClient { BaseAddress = host.BaseAddress };
        toLeads.Cut();
        toSecond.Cut();

        var answer = await client.PostAsJsonAsync("/api/appointments", Request("robin@example.com", Guid.CreateVersion7().ToString()));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("(650) 555-0142", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_lost_when_storage_goes_away_and_comes_back_under_load()
    {
        await using var host = await StartAsync();
        using var client = new HttpClient { BaseAddress = host.BaseAddress };
        var references = new List<string>();
        foreach (var round in Enumerable.Range(0, 6))
        {
            if (round % 2 == 1)
            {
                toLeads.Cut();
            }
            else
            {
                toLeads.Mend();
            }

            var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(number =>
                client.PostAsJsonAsync("/api/appointments", Request($"person{round}-{number}@example.com", Guid.CreateVersion7().ToString()))));
            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
            references.AddRange(await Task.WhenAll(answers.Select(ReferenceAsync)));
        }

        toLeads.Mend();
        await host.RunAsync("Spill", default);

        var all = await host.Services.GetRequiredService<ILeadDesk>().AllAsync(LeadFilter.All, after: null, default).ToListAsync();
        Assert.Equal(references.Order(), all.Select(lead => lead.Id.ToReference("PAMB")).Order());
    }

    private async Task<LocalHost> StartAsync()
    {
        var settings = TestSettings.All;
        settings["Leads:Storage"] = Through(toLeads);
        settings["Leads:Table"] = "leads" + name;
        settings["Leads:EventsTable"] = "events" + name;
        settings["SecondAccount:Storage"] = Through(toSecond);
        settings["SecondAccount:SpillTable"] = "spill" + name;
        settings["Encryption:Keys:0"] = SealingKeys.New("2026a");
        return await LocalHost.StartAsync(
            new() { Settings = settings, TimersRun = false, Logging = logging => logging.ClearProviders() }, CancellationToken.None);
    }

    private string Through(CuttableLink link) =>
        azurite.ConnectionString.Replace($":{new TableServiceClient(azurite.ConnectionString).Uri.Port}/", $":{link.Port}/", StringComparison.Ordinal);

    private static object Request(string email, string submissionId, string message = "") =>
        new { name = "Robin Example", email, message, concerns = new[] { "depression" }, submissionId };

    private static async Task<string> ReferenceAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("reference").GetString()!;

    private static async Task<int> DueAsync(LocalHost host, Shard shard) => await host.Services.GetRequiredService<ILeadStore>()
        .DueAsync(shard, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero), int.MaxValue, default)
        .CountAsync();
}
