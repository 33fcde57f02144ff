using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using LeadFunctions.Leads;
using LeadFunctions.Local;
using LeadFunctions.Local.Clock;
using LeadFunctions.Local.Commands;
using LeadFunctions.Storage;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Tests.EndToEnd;

/// <summary>An alert that bounces, a host that is started anew, and an answer from the mail, through real parts: Kestrel, Azurite, the mailbox.</summary>
[Collection(AzuriteCollection.Name)]
public sealed partial class AlertsOnLaptopTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly List<string> logs = [];
    private readonly string table = "leads" + Guid.CreateVersion7().ToString("n");
    private readonly string events = "events" + Guid.CreateVersion7().ToString("n");
    private LocalHost host = null!;
    private HttpClient client = null!;

    public Task InitializeAsync() => StartAsync();

    public async Task DisposeAsync()
    {
        await host.Services.GetRequiredService<TableClient>().DeleteAsync();
        await host.Services.GetRequiredKeyedService<TableClient>(StorageFeature.Events).DeleteAsync();
        await StopAsync();
    }

    [Fact]
    public async Task An_alert_that_bounces_goes_to_the_next_contact_whose_answer_from_the_mail_ends_it_all()
    {
        await PostAsync("/api/calls", """{"name":"Canary Person","phone":"650-555-0147","message":"canary words"}""");
        await RunAsync("Drain");
        var (first, to, _) = Assert.Single(await MailAsync());
        Assert.Equal("frontdesk@example.com", to);
        await PostAsync($"/local/mail/{first}/events", """["bounce"]""");

        await StopAsync();
        await StartAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        await RunAsync("Drain");
        var (_, next, text) = Assert.Single(await MailAsync());
        Assert.Equal("manager@example.com", next);
        using var pressed = await client.PostAsync(new Uri(BookedLink().Match(text).Value).AbsolutePath, content: null);

        host.Clock.Advance(TimeSpan.FromDays(4));
        await RunAsync("Drain");
        await RunAsync("OverdueAlert");
        Assert.Equal(HttpStatusCode.OK, pressed.StatusCode);
        Assert.Single(await MailAsync());
        var keys = (await RowsAsync()).ConvertAll(row => row.RowKey);
        Assert.DoesNotContain(keys, key => key.StartsWith("A~", StringComparison.Ordinal) || key.StartsWith("D~", StringComparison.Ordinal));
        Assert.All(logs.Concat(keys), line => Assert.DoesNotMatch("(?i)canary|5550147|555-0147|manager@|frontdesk@", line));
    }

    [Fact]
    public async Task A_call_that_nobody_answers_is_reminded_of_and_passed_on()
    {
        var clinic = host.Services.GetRequiredService<LeadFunctions.Clinic.ClinicProfile>();
        host.Clock.Advance(clinic.Hours.NextOpening(clinic.Hours.NextOpening(host.Clock.GetUtcNow()).AddHours(10)) - host.Clock.GetUtcNow());
        await PostAsync("/api/calls", """{"name":"Cal Example","phone":"650-555-0123"}""");
        await RunAsync("Drain");
        foreach (var (id, _, _) in await MailAsync())
        {
            await PostAsync($"/local/mail/{id}/events", """["delivered"]""");
        }

        for (var minutes = 0; minutes < 60; minutes += 5)
        {
            host.Clock.Advance(TimeSpan.FromMinutes(5));
            await RunAsync("Drain");
            await RunAsync("OverdueAlert");
        }

        Assert.Equal(["manager@example.com", "frontdesk@example.com", "frontdesk@example.com"], (await MailAsync()).Select(mail => mail.To));
    }

    [Fact]
    public async Task A_clock_that_is_moved_by_days_stops_where_a_promise_is_over_and_not_at_one_that_waits_for_its_reminder()
    {
        await PostAsync("/api/calls", """{"name":"Cal Example","phone":"650-555-0123"}""");
        await RunAsync("Drain");
        var (id, _, _) = Assert.Single(await MailAsync());
        await PostAsync($"/local/mail/{id}/events", """["delivered"]""");
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        await RunAsync("Drain");
        var stops = host.Services.GetRequiredService<IClockStops>();
        var promise = await host.Services.GetRequiredService<ILeadStore>()
            .PromisesAsync(new(Convert.ToInt32((await RowsAsync()).Single(row => row.RowKey.StartsWith("A~", StringComparison.Ordinal)).PartitionKey[1..], 16)), DateTimeOffset.MaxValue.AddTicks(-1), 1, default)
            .SingleAsync();

        Assert.Equal(promise.DueAt + TimeSpan.FromMinutes(5), await stops.NextAsync(default));
        host.Clock.Advance(promise.DueAt + TimeSpan.FromMinutes(5) - host.Clock.GetUtcNow());
        Assert.Null(await stops.NextAsync(default));
    }

    private async Task StartAsync()
    {
        host = await LocalHost.StartAsync(
            new()
            {
                TimersRun = false,
                Settings = new Dictionary<string, string?>
                {
                    ["Leads:Storage"] = azurite.ConnectionString,
                    ["Leads:Table"] = table,
                    ["Leads:EventsTable"] = events,
                },
                Prepare = Tables.MakeAsync,
                Logging = logging => logging.AddProvider(new ListedLogs(logs)),
            },
            CancellationToken.None);
        client = new() { BaseAddress = host.BaseAddress };
    }

    private async Task StopAsync()
    {
        client.Dispose();
        await host.DisposeAsync();
    }

    private async Task PostAsync(string path, string json)
    {
        using var content = new StringContent(json, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        using var answer = await client.PostAsync(path, content);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
    }

    private async Task<List<TableEntity>> RowsAsync() => await host.Services.GetRequiredService<TableClient>().QueryAsync<TableEntity>().ToListAsync();

    private async Task RunAsync(string function)
    {
        using var answer = await client.PostAsync($"/admin/functions/{function}?wait=true", content: null);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private async Task<IReadOnlyList<(string Id, string To, string Text)>> MailAsync() =>
    [
        .. (await client.GetFromJsonAsync<JsonElement>("/local/mail.json")).EnumerateArray()
            .Select(mail => (mail.GetProperty("id").GetString()!, mail.GetProperty("to")[0].GetString()!, mail.GetProperty("text").GetString()!)),
    ];

    [GeneratedRegex(@"(?<=It is booked: )\S+")]
    private static partial Regex BookedLink();
}
