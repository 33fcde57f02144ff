using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using LeadFunctions.Leads;
using LeadFunctions.Local;
using LeadFunctions.Local.Commands;
using LeadFunctions.Storage;
using LeadFunctions.Tests.Events;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit.Abstractions;

namespace LeadFunctions.Tests.EndToEnd;

/// <summary>What came of mails, through real parts: Kestrel, Azurite, signed posts over HTTP.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class EventsOnLaptopTests(AzuriteFixture azurite, ITestOutputHelper output) : IAsyncLifetime
{
    private readonly Webhook provider = new();
    private readonly List<string> logs = [];
    private LocalHost host = null!;
    private HttpClient client = null!;

    public async Task InitializeAsync()
    {
        host = await StartAsync(("SendGrid:WebhookPublicKeys:0", provider.PublicKey));
        client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = host.BaseAddress };
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        provider.Dispose();
        await EndAsync(host);
    }

    [Fact]
    public async Task A_day_of_events_told_ten_times_in_any_order_leaves_the_same_state()
    {
        var day = ADayOfEvents(people: 30);
        await TellAsync(day);
        var before = await RowsAsync();
        var leadsBefore = await LeadRowsAsync();

        var random = new Random(7);
        for (var times = 0; times < 10; times++)
        {
            var again = day.Select(told => (JsonObject)told.DeepClone()).ToArray();
            foreach (var told in again.Where(_ => random.Next(3) == 0))
            {
                told["sg_event_id"] = Convert.ToBase64String(BitConverter.GetBytes(random.NextInt64()));
            }

            random.Shuffle(again);
            await TellAsync(again);
        }

        Assert.NotEmpty(before);
        Assert.Equal(before.Keys, (await RowsAsync()).Keys);
        Assert.Equal(Known(before), Known(await RowsAsync()));
        Assert.Equal(leadsBefore, await LeadRowsAsync());
    }

    [Fact]
    public async Task The_state_does_not_depend_on_the_order_in_which_a_day_is_first_told()
    {
        var day = ADayOfEvents(people: 20);
        await TellAsync(day);
        var other = await StartAsync(("SendGrid:WebhookPublicKeys:0", provider.PublicKey));
        using var otherClient = new HttpClient { BaseAddress = other.BaseAddress };

        foreach (var some in day.AsEnumerable().Reverse().Chunk(13))
        {
            Assert.Equal(HttpStatusCode.OK, await provider.PostAsync(otherClient, other.Clock.GetUtcNow(), some));
        }

        Assert.Equal((await RowsAsync()).Keys, (await RowsAsync(other)).Keys);
        await EndAsync(other);
    }

    [Fact]
    public async Task A_thousand_events_of_a_thousand_people_are_kept_within_two_seconds()
    {
        string[] names = ["processed", "delivered", "deferred", "open", "click"];
        var times = new List<TimeSpan>();

        // Other tests share the two cores: the best of three batches says what the code can do.
        for (var batch = 0; batch < 3; batch++)
        {
            var events = Enumerable.Range(0, 1000)
                .Select(person => Event(
                    person % 100 == 0 ? "bounce" : names[person % names.Length], LeadId.New(new(person % 16)), $"person{person}@example.com", ("type", "bounce")))
                .ToArray();
            var watch = Stopwatch.StartNew();
            Assert.Equal(HttpStatusCode.OK, await provider.PostAsync(client, host.Clock.GetUtcNow(), events));
            times.Add(watch.Elapsed);
        }

        output.WriteLine($"1000 events: {string.Join(", ", times.Select(time => $"{time.TotalMilliseconds:0} ms"))}");
        Assert.InRange(times.Min(), TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_lost_answer_is_settled_by_the_providers_word_and_a_bounce_ends_the_mail()
    {
        var own = await StartAsync();
        using var visitor = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = own.BaseAddress };
        await PostJsonAsync(visitor, "/local/mail/mode", """{"lose":true}""");
        await PostJsonAsync(visitor, "/api/appointments", """{"name":"Robin Example","email":"robin@example.com","concerns":["depression"],"consent":{"articles":true}}""");
        await RunAsync(visitor, "Drain");
        await PostJsonAsync(visitor, "/local/mail/mode", "{}");
        var confirmation = (await MailAsync(visitor)).Single(mail => To(mail) == "robin@example.com");

        await PostJsonAsync(visitor, $"/local/mail/{Id(confirmation)}/events", """["processed","delivered"]""");
        for (var minute = 0; minute < 3; minute++)
        {
            own.Clock.Advance(TimeSpan.FromMinutes(5));
            await RunAsync(visitor, "Drain");
        }

        own.Clock.Advance(TimeSpan.FromDays(3));
        await RunAsync(visitor, "Drain");
        var letters = (await MailAsync(visitor)).Where(mail => To(mail) == "robin@example.com").ToList();
        Assert.Equal(2, letters.Count);
        await PostJsonAsync(visitor, $"/local/mail/{Id(letters[0])}/events", """["delivered"]""");
        var links = LinksIn(letters[0]).Where(link => link.Contains("/r/", StringComparison.Ordinal)).Distinct().ToList();
        foreach (var link in links)
        {
            await FollowAsync(visitor, link);
        }

        own.Clock.Advance(TimeSpan.FromMinutes(5));
        await FollowAsync(visitor, links[0]);
        var evidence = (await visitor.GetFromJsonAsync<JsonElement>($"/local/mail/{Id(letters[0])}/events")).EnumerateArray().ToList();
        Assert.Equal(
            [.. Enumerable.Repeat("machine", links.Count), "human"],
            evidence.Where(told => told.GetProperty("event").GetString() == "clicked").Select(told => told.GetProperty("by").GetString()));

        await PostJsonAsync(visitor, $"/local/mail/{Id(letters[0])}/events", """["bounce"]""");
        for (var day = 0; day < 30; day++)
        {
            own.Clock.Advance(TimeSpan.FromDays(1));
            await RunAsync(visitor, "Drain");
        }

        Assert.Equal(2, (await MailAsync(visitor)).Count(mail => To(mail) == "robin@example.com"));
        var keys = (await RowsAsync(own)).Select(row => row.Key + JsonSerializer.Serialize(row.Value));
        Assert.All(logs.Concat(keys), text => Assert.DoesNotMatch("(?i)robin|Mozilla|192\\.0\\.2", text));
        await EndAsync(own);
    }

    private static JsonObject Event(string name, LeadId lead, string email, params (string, JsonNode?)[] more)
    {
        var told = Webhook.Event(name, new(new(lead, Track.Visitor, 0), 1), DateTimeOffset.FromUnixTimeSeconds(1_790_000_000), more);
        told["email"] = email;
        return told;
    }

    private static JsonObject[] ADayOfEvents(int people)
    {
        var random = new Random(3);
        var events = new List<JsonObject>();
        var names = new[] { "processed", "deferred", "delivered", "bounce", "dropped", "spamreport", "unsubscribe", "open", "click", "group_resubscribe", "new_kind" };
        for (var person = 0; person < people; person++)
        {
            var lead = LeadId.New(new(person % 16));
            var email = $"person{person}@example.com";
            for (var times = 0; times < 20; times++)
            {
                var told = Event(
                    names[random.Next(names.Length)],
                    lead,
                    email,
                    ("type", random.Next(2) == 0 ? "bounce" : "blocked"),
                    ("reason", random.Next(2) == 0 ? "Bounced Address" : "Unsubscribed Address"),
                    ("ip", $"198.51.100.{random.Next(9)}"));
                told["timestamp"] = 1_790_000_000 + random.Next(86_400);
                if (random.Next(10) == 0)
                {
                    told.Remove("sid");
                }

                events.Add(told);
            }
        }

        return [.. events];
    }

    private async Task TellAsync(IEnumerable<JsonObject> events)
    {
        foreach (var some in events.Chunk(100))
        {
            Assert.Equal(HttpStatusCode.OK, await provider.PostAsync(client, host.Clock.GetUtcNow(), some));
        }
    }

    private async Task<LocalHost> StartAsync(params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>
        {
            ["Leads:Storage"] = azurite.ConnectionString,
            ["Leads:Table"] = "leads" + Guid.CreateVersion7().ToString("n"),
            ["Leads:EventsTable"] = "events" + Guid.CreateVersion7().ToString("n"),
        };
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        return await LocalHost.StartAsync(
            new() { TimersRun = false, Clock = MondayClock.New(), Settings = all, Prepare = Tables.MakeAsync, Logging = logging => logging.AddProvider(new ListedLogs(logs)) },
            CancellationToken.None);
    }

    private static async Task EndAsync(LocalHost host)
    {
        await host.Services.GetRequiredService<TableClient>().DeleteAsync();
        await host.Services.GetRequiredKeyedService<TableClient>(StorageFeature.Events).DeleteAsync();
        await host.DisposeAsync();
    }

    private Task<SortedDictionary<string, TableEntity>> RowsAsync() => RowsAsync(host);

    // The marks of the hours change with every telling, and are meant to.
    private static async Task<SortedDictionary<string, TableEntity>> RowsAsync(LocalHost host)
    {
        var rows = new SortedDictionary<string, TableEntity>(StringComparer.Ordinal);
        await foreach (var row in host.Services.GetRequiredKeyedService<TableClient>(StorageFeature.Events).QueryAsync<TableEntity>())
        {
            if (row.PartitionKey != EventKeys.Index || row.RowKey == EventKeys.ReportedUntil)
            {
                rows.Add($"{row.PartitionKey} {row.RowKey}", row);
            }
        }

        return rows;
    }

    private async Task<List<string>> LeadRowsAsync() =>
        await host.Services.GetRequiredService<TableClient>().QueryAsync<TableEntity>().Select(row => Known(row, except: [])).ToListAsync();

    // The id is the teller's, and the last teller's stays.
    private static IEnumerable<string> Known(SortedDictionary<string, TableEntity> rows) => rows.Values.Select(row => Known(row, except: ["ProviderId"]));

    private static string Known(TableEntity row, string[] except) => string.Join(
        ';',
        row.Where(column => column.Key is not ("odata.etag" or "Timestamp") && !except.Contains(column.Key)).OrderBy(column => column.Key, StringComparer.Ordinal).Select(column => $"{column.Key}={column.Value}"));

    private static async Task PostJsonAsync(HttpClient client, string path, string json)
    {
        using var content = new StringContent(json, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        using var answer = await client.PostAsync(path, content);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
    }

    private static async Task RunAsync(HttpClient client, string function)
    {
        using var answer = await client.PostAsync($"/admin/functions/{function}?wait=true", content: null);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static async Task FollowAsync(HttpClient client, string link)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(link).AbsolutePath);
        request.Headers.UserAgent.ParseAdd("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15");
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    private static async Task<IReadOnlyList<JsonElement>> MailAsync(HttpClient client) =>
        [.. (await client.GetFromJsonAsync<JsonElement>("/local/mail.json")).EnumerateArray()];

    private static string To(JsonElement mail) => mail.GetProperty("to")[0].GetString()!;

    private static string Id(JsonElement mail) => mail.GetProperty("id").GetString()!;

    private static IEnumerable<string> LinksIn(JsonElement mail) => new AngleSharp.Html.Parser.HtmlParser()
        .ParseDocument(mail.GetProperty("html").GetString()!)
        .Links
        .Select(link => link.GetAttribute("href")!);
}
