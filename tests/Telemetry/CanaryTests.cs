using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using LeadFunctions.Languages;
using LeadFunctions.Leads;
using LeadFunctions.Local;
using LeadFunctions.Local.Commands;
using LeadFunctions.Storage;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Tests.Telemetry;

/// <summary>
/// Somebody whose every word is unlike all others goes all the way, through each thing that can go wrong as well: nothing of them is in any log
/// line, span, measurement or web address.
/// </summary>
[Collection(AzuriteCollection.Name)]
public sealed partial class CanaryTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Person = """
        "name": "Kanariella Vogelsang", "email": "kanariella@vogelsang.example", "phone": "650-555-0166", "concerns": ["ocd"],
        "message": "kanariworte of my sorrow", "consent": { "articles": true, "calls": true }, "preferredTimes": [{ "day": "monday", "part": "morning" }],
        "source": { "page": "https://kanariseite.example.com/x", "article": "kanariartikel", "campaign": "kanarikampagne", "term": "kanaribegriff", "referrer": "kanariherkunft" }
        """;

    private readonly Heard heard = new();
    private readonly List<string> logs = [];
    private readonly List<string> urls = [];
    private UrlTransport storage = null!;
    private LocalHost host = null!;
    private HttpClient client = null!;

    public async Task InitializeAsync()
    {
        var name = Guid.CreateVersion7().ToString("n");
        storage = new(urls);
        var watched = new TableClientOptions { Transport = storage, Retry = { MaxRetries = 0 } };
        host = await LocalHost.StartAsync(
            new()
            {
                TimersRun = false,
                Clock = MondayClock.New(),
                Settings = new Dictionary<string, string?> { ["Privacy:AsksPerHour"] = "100" },
                Prepare = Tables.MakeAsync,
                Logging = logging => logging.AddProvider(new ListedLogs(logs)),
                Replace = services => services
                    .AddKeyedSingleton(StorageFeature.Plain, new TableClient(azurite.ConnectionString, "leads" + name, watched))
                    .AddKeyedSingleton(StorageFeature.Events, new TableClient(azurite.ConnectionString, "events" + name, watched)),
            },
            CancellationToken.None);
        client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = host.BaseAddress };
        client.DefaultRequestHeaders.Add("x-functions-key", "local");
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        storage.IsAway = false;
        await host.Services.GetRequiredService<TableClient>().DeleteAsync();
        await host.Services.GetRequiredKeyedService<TableClient>(StorageFeature.Events).DeleteAsync();
        await host.DisposeAsync();
        heard.Dispose();
    }

    [Fact]
    public async Task Nothing_of_a_person_is_in_logs_spans_measurements_or_addresses()
    {
        var reference = await CaptureAsync();
        await BadlyAskedAsync();
        await MailedAsync();
        await WorkedOnAsync(reference);
        await AskedForAndErasedAsync();
        await StorageAwayAsync();
        await ProviderRefusingAsync();

        Assert.All((string[])["capture", "mail.send", "CaptureAppointment", "Drain", "EmailEvents", "PrivacyAct"], step => Assert.Contains(heard.Steps, span => span.OperationName == step));
        Assert.All((string[])["leads.captured", "due.age", "mails.claimed", "mails.sent", "webhook.lag", "function.duration", "first.response"], figure =>
            Assert.Contains(heard.Measured, measured => measured.StartsWith(figure + " ", StringComparison.Ordinal)));
        Assert.True(logs.Count > 20 && urls.Count > 100, $"{logs.Count} lines, {urls.Count} addresses");
        Assert.Contains(logs, line => line.Contains("Exception", StringComparison.Ordinal));

        string[] all = [.. logs, .. urls, .. heard.Steps.Select(Heard.Written), .. heard.Measured];
        Assert.Empty(all.Where(text => Canary().IsMatch(text)).Distinct().Take(5));
    }

    private async Task<string> CaptureAsync()
    {
        using var answer = JsonDocument.Parse(await SendAsync("/api/appointments", $$"""{ {{Person}} }""", HttpStatusCode.Created));
        await SendAsync("/api/calls", $$"""{ {{Person}} }""", HttpStatusCode.Created);
        await SendAsync("/api/leads", $$"""{ "kind": "call", {{Person}} }""", HttpStatusCode.Created);
        return answer.RootElement.GetProperty("reference").GetString()!;
    }

    // What does not hold: cut off, with a field that nobody knows, with a name that is none, and twice with other words.
    private async Task BadlyAskedAsync()
    {
        await SendAsync("/api/appointments", $$"""{ {{Person}}""", HttpStatusCode.BadRequest);
        await SendAsync("/api/appointments", $$"""{ {{Person}}, "kanarifeld": "kanariwert" }""", HttpStatusCode.BadRequest);
        await SendAsync("/api/appointments", """{ "name": "Kanariella\u0000", "email": "kanariella at vogelsang", "phone": "kanari" }""", HttpStatusCode.BadRequest);
        await SendAsync("/api/appointments", $$"""{ {{Person}}, "submissionId": "0d1f7a3e-5c1b-4f0e-9a66-2f6c1f7f0a11" }""", HttpStatusCode.Created);
        await SendAsync("/api/appointments", $$"""{ {{Person.Replace("my sorrow", "another", StringComparison.Ordinal)}}, "submissionId": "0d1f7a3e-5c1b-4f0e-9a66-2f6c1f7f0a11" }""", HttpStatusCode.Conflict);
    }

    private async Task MailedAsync()
    {
        await RunAsync("Drain");
        host.Clock.Advance(TimeSpan.FromDays(3));
        await RunAsync("Drain");
        var mails = (await client.GetFromJsonAsync<JsonElement>("/local/mail.json")).EnumerateArray()
            .Where(mail => mail.GetProperty("to")[0].GetString() == "kanariella@vogelsang.example")
            .ToList();
        Assert.True(mails.Count >= 2);
        await SendAsync($"/local/mail/{mails[0].GetProperty("id").GetString()}/events", """["processed", "delivered", "open", "click", "deferred"]""", HttpStatusCode.OK);
        var links = mails.SelectMany(mail => mail.GetProperty("html").GetString()!.Split('"')).Where(text => text.Contains("/r/", StringComparison.Ordinal)).Distinct();
        foreach (var link in links)
        {
            using var answer = await client.GetAsync(new Uri(link).PathAndQuery);
            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        }
    }

    private async Task WorkedOnAsync(string reference)
    {
        using var change = new StringContent("""{ "status": "contacted", "note": "kanarinotiz", "assignee": "frontdesk@example.com" }""", Encoding.UTF8, "application/json");
        Assert.True((await client.PatchAsync($"/api/leads/{reference}", change)).IsSuccessStatusCode);
        using var closed = new StringContent("""{ "status": "closed", "closedReason": "kanarigrund" }""", Encoding.UTF8, "application/json");
        Assert.True((await client.PatchAsync($"/api/leads/{reference}", closed)).IsSuccessStatusCode);
        foreach (var address in new[] { $"/api/leads/{reference}", "/api/leads?limit=5", "/health/ready" })
        {
            Assert.True((await client.GetAsync(address)).IsSuccessStatusCode);
        }

        foreach (var function in new[] { "StaffDigest", "StatsRollup", "Retention", "Scrub" })
        {
            await RunAsync(function);
        }
    }

    private async Task AskedForAndErasedAsync()
    {
        await SendAsync("/api/privacy", """{ "email": "kanariella@vogelsang.example" }""", HttpStatusCode.Accepted);
        await RunAsync("PrivacyWork");
        var links = host.Services.GetRequiredService<LeadLinks>();
        var contact = host.Services.GetRequiredService<LeadKeys>().Contact(ALead.Email("kanariella@vogelsang.example"), phone: null);
        using var stop = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        Assert.True((await client.PostAsync(new Uri(links.Unsubscribe(contact, Language.English)).PathAndQuery, stop)).IsSuccessStatusCode);
        var page = new Uri(links.Privacy(contact, Language.English)).PathAndQuery;
        Assert.Contains("Kanariella", await client.GetStringAsync(page), StringComparison.Ordinal);
        using var erase = new FormUrlEncodedContent([new("action", "erase-everything")]);
        Assert.True((await client.PostAsync(page, erase)).IsSuccessStatusCode);
    }

    private async Task StorageAwayAsync()
    {
        storage.IsAway = true;
        await SendAsync("/api/appointments", $$"""{ {{Person}} }""", HttpStatusCode.ServiceUnavailable);
        await SendAsync("/api/privacy", """{ "email": "kanariella@vogelsang.example" }""", HttpStatusCode.ServiceUnavailable);
        await RunAsync("Drain");
        storage.IsAway = false;
    }

    private async Task ProviderRefusingAsync()
    {
        foreach (var mode in new[] { """{ "status": 400 }""", """{ "status": 500 }""", """{ "status": 401 }""" })
        {
            await SendAsync("/local/mail/mode", mode, HttpStatusCode.OK);
            await SendAsync("/api/calls", $$"""{ {{Person.Replace("kanariella@", "kanariella2@", StringComparison.Ordinal)}} }""", HttpStatusCode.Created);
            await RunAsync("Drain");
            host.Clock.Advance(TimeSpan.FromMinutes(20));
        }
    }

    private async Task<string> SendAsync(string path, string json, HttpStatusCode expected)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(path, content);
        Assert.True(expected == answer.StatusCode, $"{path}: {answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task RunAsync(string function)
    {
        using var answer = await client.PostAsync($"/admin/functions/{function}?wait=true", content: null);
        Assert.True(answer.IsSuccessStatusCode, function);
    }

    // Every field of the person, and what was made of it: the digits of the number in any way of writing, and the concern.
    [GeneratedRegex(@"kanari|vogelsang|5550166|6610555|555-0166|\bocd\b", RegexOptions.IgnoreCase)]
    private static partial Regex Canary();
}
