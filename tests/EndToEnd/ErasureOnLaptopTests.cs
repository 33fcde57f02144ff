using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using LeadFunctions.Languages;
using LeadFunctions.Leads;
using LeadFunctions.Local;
using LeadFunctions.Local.Commands;
using LeadFunctions.Storage;
using LeadFunctions.Tests.Events;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Tests.EndToEnd;

/// <summary>Somebody who did all that can be done, and was erased: every row of every table is searched for them.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class ErasureOnLaptopTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Submission = "5d1f7a3e-5c1b-4f0e-9a66-2f6c1f7f0a11";

    private readonly Webhook provider = new();
    private LocalHost host = null!;
    private HttpClient client = null!;
    private DateOnly today;

    public async Task InitializeAsync()
    {
        host = await LocalHost.StartAsync(
            new()
            {
                TimersRun = false,
                Clock = MondayClock.New(),
                Settings = new Dictionary<string, string?>
                {
                    ["Leads:Storage"] = azurite.ConnectionString,
                    ["Leads:Table"] = "leads" + Guid.CreateVersion7().ToString("n"),
                    ["Leads:EventsTable"] = "events" + Guid.CreateVersion7().ToString("n"),
                    ["SendGrid:WebhookPublicKeys:0"] = provider.PublicKey,
                },
                Prepare = Tables.MakeAsync,
                Logging = logging => logging.ClearProviders(),
            },
            CancellationToken.None);
        client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = host.BaseAddress };
        today = DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime);
        client.DefaultRequestHeaders.Add("x-functions-key", "local");
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        provider.Dispose();
        await Leads.DeleteAsync();
        await Events.DeleteAsync();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Nothing_is_left_of_somebody_who_was_erased_but_why_they_are_not_written_to_and_no_figure_changes()
    {
        await SendAsync("/api/appointments", """{"name":"Otto Other","email":"otto@example.com","concerns":["anxiety"],"consent":{"articles":true}}""");
        var links = await LiveAsync();
        var traces = await TracesAsync();
        await RunAsync("StatsRollup");
        var before = await client.GetStringAsync(Stats);
        Assert.All(traces, trace => Assert.True(trace.Rows > 0, $"Nothing was there of {trace.Text}: the search would find nothing, whatever was left."));

        // Pending when the erasure comes: a note for the figures, a request for the link, and work that is due.
        await PatchAsync("""{"status":"booked","note":"Zebulon said yes, canarynote."}""");
        await SendAsync("/api/privacy", """{"email":"zebulon@example.com"}""");
        await EraseAsync();

        Assert.Equal(EventKeys.Erased, Assert.Single(await LeftAsync(traces)).PartitionKey);
        await TellAsync("click", "spamreport");
        host.Clock.Advance(IErasedLeads.Remembered + TimeSpan.FromHours(1));
        foreach (var function in new[] { "Retention", "Drain", "PrivacyWork", "StatsRollup", "StaffDigest" })
        {
            await RunAsync(function);
        }

        foreach (var link in links)
        {
            await FollowAsync(link);
        }

        await RunAsync("StatsRollup");
        var suppression = Assert.Single(await LeftAsync(traces));
        Assert.StartsWith("C~", suppression.RowKey, StringComparison.Ordinal);
        Assert.Equal(["ComplainedAt"], suppression.Keys.Except(["PartitionKey", "RowKey", "Timestamp", "odata.etag"]));
        Assert.Equal(before, await client.GetStringAsync(Stats));
        using var rebuilt = JsonDocument.Parse(await SendAsync("/api/ops/stats/rebuild", "{}"));
        Assert.Equal(0, rebuilt.RootElement.GetProperty("different").GetInt32());
        Assert.Equal(before, await client.GetStringAsync(Stats));
    }

    private Uri Stats => new($"/api/stats?from={today.AddDays(-30):yyyy-MM-dd}&to={today.AddDays(60):yyyy-MM-dd}&by=concern", UriKind.Relative);

    private TableClient Leads => host.Services.GetRequiredService<TableClient>();

    private TableClient Events => host.Services.GetRequiredKeyedService<TableClient>(StorageFeature.Events);

    private ContactKey Person => host.Services.GetRequiredService<LeadKeys>().Contact(ALead.Email("zebulon@example.com"), phone: null);

    private LeadId Lead { get; set; }

    private string Reference => Lead.ToReference("PAMB");

    // All that somebody can do, and all that can be done with what they sent.
    private async Task<IReadOnlyList<string>> LiveAsync()
    {
        using var answer = JsonDocument.Parse(await SendAsync(
            "/api/appointments",
            $$"""
            {
              "name": "Zebulon Quixote", "email": "zebulon@example.com", "phone": "650-555-0177", "concerns": ["depression"], "message": "The canarywords of my sorrow",
              "preferredTimes": [{ "day": "monday", "part": "morning" }], "consent": { "articles": true, "calls": true }, "submissionId": "{{Submission}}"
            }
            """));
        Lead = LeadId.TryParseReference(answer.RootElement.GetProperty("reference").GetString()!, out var id) ? id : default;
        await SendAsync("/api/calls", """{"name":"Zebulon Quixote","phone":"650-555-0177","email":"zebulon@example.com"}""");
        await RunAsync("Drain");
        await PatchAsync("""{"status":"contacted","assignee":"frontdesk@example.com","note":"Zebulon is in canarynote."}""");
        await TellAsync("processed", "delivered", "open");
        await RunAsync("StaffDigest");
        host.Clock.Advance(TimeSpan.FromDays(3));
        await RunAsync("Drain");
        var links = (await client.GetFromJsonAsync<JsonElement>("/local/mail.json")).EnumerateArray()
            .Where(mail => mail.GetProperty("to")[0].GetString() == "zebulon@example.com")
            .SelectMany(mail => mail.GetProperty("html").GetString()!.Split('"'))
            .Where(text => text.Contains("/r/", StringComparison.Ordinal))
            .Distinct()
            .ToList();
        Assert.NotEmpty(links);
        await FollowAsync(links[0]);
        var preferences = new Uri(host.Services.GetRequiredService<LeadLinks>().Preferences(Person, Language.English)).AbsolutePath;
        using var wish = new FormUrlEncodedContent([new("action", "save"), new("agree", "0"), new("pause", "month"), new("language", "es")]);
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync(preferences, wish)).StatusCode);
        return links;
    }

    private async Task<IReadOnlyList<(string Text, int Rows)>> TracesAsync()
    {
        var keys = host.Services.GetRequiredService<LeadKeys>();
        var found = host.Services.GetRequiredService<SearchIndex>();
        string[] texts =
        [
            "zebulon", "quixote", "canarywords", "canarynote", "6505550177", found.Beginning("zebulon")!, found.Ending("7710555056")!, Lead.ToString(), Person.Hex, keys.Submission(Submission),
        ];
        var rows = await RowsAsync();
        return [.. texts.Select(text => (text, rows.Count(row => Holds(row, text))))];
    }

    private async Task<IReadOnlyList<TableEntity>> LeftAsync(IReadOnlyList<(string Text, int Rows)> traces) =>
        [.. (await RowsAsync()).Where(row => traces.Any(trace => Holds(row, trace.Text)))];

    private static bool Holds(TableEntity row, string text) => row
        .Where(column => column.Key is not ("odata.etag" or "Timestamp"))
        .Any(column => column.Key.Contains(text, StringComparison.OrdinalIgnoreCase)
            || Convert.ToString(column.Value, CultureInfo.InvariantCulture)!.Contains(text, StringComparison.OrdinalIgnoreCase));

    private async Task<List<TableEntity>> RowsAsync() => await Leads.QueryAsync<TableEntity>().Concat(Events.QueryAsync<TableEntity>()).ToListAsync();

    private async Task EraseAsync()
    {
        var page = new Uri(host.Services.GetRequiredService<LeadLinks>().Privacy(Person, Language.English)).PathAndQuery;
        using var press = new FormUrlEncodedContent([new("action", "erase-everything")]);
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync(page, press)).StatusCode);
    }

    private async Task TellAsync(params string[] names)
    {
        var now = host.Clock.GetUtcNow();
        var events = names.Select(name =>
        {
            var told = Webhook.Event(name, new(new(Lead, Track.Visitor, 0), 1), now);
            told["email"] = "zebulon@example.com";
            return told;
        });
        Assert.Equal(HttpStatusCode.OK, await provider.PostAsync(client, now, [.. events]));
    }

    private async Task FollowAsync(string link)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(link).AbsolutePath);
        request.Headers.UserAgent.ParseAdd("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15");
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    private async Task PatchAsync(string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await client.PatchAsync($"/api/leads/{Reference}", content);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private async Task<string> SendAsync(string path, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(path, content);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task RunAsync(string function)
    {
        using var answer = await client.PostAsync($"/admin/functions/{function}?wait=true", content: null);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
