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

namespace LeadFunctions.Tests.EndToEnd;

/// <summary>With the settings of the sample: what a stolen table tells after all that can happen to a lead.</summary>
[Collection(AzuriteCollection.Name)]
public sealed partial class SealedOnLaptopTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Address = "kanariella@vogelsang.example";

    private readonly string name = Guid.CreateVersion7().ToString("n");
    private LocalHost host = null!;
    private HttpClient client = null!;

    public async Task InitializeAsync()
    {
        host = await StartAsync();
        await Tables.MakeAsync(host.Services, CancellationToken.None);
        client = ClientOf(host);
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await host.Services.GetRequiredService<TableClient>().DeleteAsync();
        await host.Services.GetRequiredKeyedService<TableClient>(StorageFeature.Events).DeleteAsync();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task No_row_of_either_table_holds_a_name_an_address_a_number_or_a_message()
    {
        var reference = await CaptureAsync();
        await RunAsync("Drain");
        await ClickAsync();
        await WorkOnAsync(reference);
        await RunAsync("StaffDigest");
        await RunAsync("StatsRollup");
        await AskAsync();
        var asked = await RowsAsync(StorageFeature.Plain);
        await RunAsync("PrivacyWork");

        var (leads, events) = (await RowsAsync(StorageFeature.Plain), await RowsAsync(StorageFeature.Events));

        Assert.Contains(leads, row => row.RowKey.StartsWith("L~", StringComparison.Ordinal));
        Assert.Contains(leads, row => row.RowKey.StartsWith("T~", StringComparison.Ordinal) && row.ContainsKey("Sealed"));
        Assert.Contains(leads, row => row.RowKey.StartsWith("S~", StringComparison.Ordinal));
        Assert.Contains(asked, row => row.RowKey.StartsWith("Q~", StringComparison.Ordinal));
        Assert.True(events.Count > 5, $"{events.Count} rows of events");
        Assert.DoesNotContain(
            asked.Concat(leads).Concat(events).SelectMany(row => row.Select(column => $"{row.RowKey} {column.Key}={TextOf(column.Value)}")),
            text => Canary().IsMatch(text));
    }

    [Fact]
    public async Task Lists_files_and_exports_show_what_is_sealed_to_whoever_may_see_it()
    {
        var reference = await CaptureAsync();
        await WorkOnAsync(reference);

        Assert.Contains("kanarinotiz", await client.GetStringAsync($"/api/leads/{reference}"), StringComparison.Ordinal);
        foreach (var query in new[] { "Kanariella", "kanar", "0166", Address, reference })
        {
            Assert.Contains(reference, await client.GetStringAsync($"/api/leads?q={Uri.EscapeDataString(query)}"), StringComparison.Ordinal);
        }

        foreach (var kind in new[] { "text/csv", "application/x-ndjson" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/leads") { Headers = { { "Accept", kind } } };
            using var answer = await client.SendAsync(request);
            Assert.Contains(Address, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        var links = host.Services.GetRequiredService<LeadLinks>();
        var contact = host.Services.GetRequiredService<LeadKeys>().Contact(ALead.Email(Address), phone: null);
        Assert.Contains("my sorrow", await client.GetStringAsync(new Uri(links.Privacy(contact, Language.English)).PathAndQuery), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_is_changed_by_a_command_and_the_old_one_is_not_needed_afterwards()
    {
        var (old, newer) = (SealingKeys.New("2026a"), SealingKeys.New("2026b"));
        await using var first = await StartAsync(("Encryption:Keys:0", old));
        using var before = ClientOf(first);
        var reference = await CaptureAsync(before);

        await using var second = await StartAsync(("Encryption:Keys:0", newer), ("Encryption:Keys:1", old));
        using var during = ClientOf(second);
        using var answer = await during.PostAsync("/api/ops/encryption/rotate", content: null);
        var rotated = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(rotated.GetProperty("wrapped").GetInt32() >= 1);
        Assert.False(rotated.GetProperty("olderKeys").GetProperty("needed").GetBoolean());
        Assert.Equal(JsonValueKind.Null, rotated.GetProperty("next").ValueKind);
        await using var third = await StartAsync(("Encryption:Keys:0", newer));
        using var after = ClientOf(third);
        Assert.Contains(Address, await after.GetStringAsync($"/api/leads/{reference}"), StringComparison.Ordinal);
        using var wrong = await after.PostAsync("/api/ops/encryption/rotate?cursor=none", content: null);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact]
    public async Task A_lead_whose_row_was_tampered_with_keeps_staff_from_hearing_of_no_other()
    {
        var (broken, whole) = await TwoOfOneShardAsync();
        await RunAsync("Drain");
        var table = host.Services.GetRequiredKeyedService<TableClient>(StorageFeature.Plain);
        var id = LeadId.TryParseReference(broken, out var lead) ? lead : default;
        var row = await table.QueryAsync<TableEntity>("RowKey ge 'L~' and RowKey lt 'L~~'").SingleAsync(found => found.RowKey.EndsWith($"~{id}", StringComparison.Ordinal));
        row["Sealed"] = new byte[64];
        await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);

        var clinic = host.Services.GetRequiredService<LeadFunctions.Clinic.ClinicTime>();
        var monday = clinic.DateAt(host.Clock.GetUtcNow()).AddDays(3);
        while (monday.DayOfWeek != DayOfWeek.Monday)
        {
            monday = monday.AddDays(1);
        }

        host.Clock.Advance(clinic.FirstInstant(monday, new(12, 0)) - host.Clock.GetUtcNow());
        await RunAsync("OverdueAlert");
        await RunAsync("StaffDigest");

        var list = await client.GetStringAsync("/api/leads");
        Assert.Contains(whole, list, StringComparison.Ordinal);
        Assert.DoesNotContain(broken, list, StringComparison.Ordinal);
        var mails = (await client.GetFromJsonAsync<JsonElement>("/local/mail.json")).EnumerateArray().Select(mail => mail.GetProperty("subject").GetString() + mail.GetProperty("text").GetString()).ToList();
        Assert.True(mails.Count(mail => mail.Contains(whole, StringComparison.Ordinal)) >= 4, $"alert, confirmation, reminder and digest: {string.Join('|', mails)}");
        Assert.Contains(await RowsAsync(StorageFeature.Plain), left => left.RowKey.StartsWith("A~", StringComparison.Ordinal) && left.GetString("Key")!.StartsWith(id.ToString(), StringComparison.Ordinal));
    }

    // The reminder of one is read together with that of the other.
    private async Task<(string Broken, string Whole)> TwoOfOneShardAsync()
    {
        var keys = host.Services.GetRequiredService<LeadKeys>();
        var people = Enumerable.Range(0, 100).Select(number => $"person{number}@example.com").ToLookup(address => keys.Contact(ALead.Email(address), phone: null).Shard);
        var two = people.First(shard => shard.Count() > 1).Take(2).ToList();
        return (await CaptureAsync(client, two[0], "call"), await CaptureAsync(client, two[1], "call"));
    }

    private Task<LocalHost> StartAsync(params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>
        {
            ["Leads:Storage"] = azurite.ConnectionString,
            ["Leads:Table"] = (settings.Length == 0 ? "leads" : "rotated") + name,
            ["Leads:EventsTable"] = "events" + name,
            ["Privacy:AsksPerHour"] = "100",
        };
        foreach (var (setting, value) in settings)
        {
            all[setting] = value;
        }

        return LocalHost.StartAsync(
            new() { TimersRun = false, Settings = all, Logging = logging => logging.ClearProviders(), Prepare = Tables.MakeAsync }, CancellationToken.None);
    }

    private static HttpClient ClientOf(LocalHost host)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = host.BaseAddress };
        client.DefaultRequestHeaders.Add("x-functions-key", "local");
        return client;
    }

    private Task<string> CaptureAsync() => CaptureAsync(client);

    private static async Task<string> CaptureAsync(HttpClient to, string address = Address, string kind = "appointment")
    {
        using var answer = await to.PostAsJsonAsync($"/api/{kind}s", new
        {
            name = "Kanariella Vogelsang",
            email = address,
            phone = "650-555-0166",
            message = "my sorrow kanari",
            concerns = new[] { "depression" },
            consent = new { articles = true },
            source = new { page = "/articles/kanaripfad", term = "kanarisuche" },
        });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("reference").GetString()!;
    }

    private async Task ClickAsync()
    {
        var mails = (await client.GetFromJsonAsync<JsonElement>("/local/mail.json")).EnumerateArray().ToList();
        var letter = mails.Single(mail => mail.GetProperty("to")[0].GetString() == Address);
        using var events = await client.PostAsJsonAsync($"/local/mail/{letter.GetProperty("id").GetString()}/events", new[] { "processed", "delivered", "open", "click", "bounce" });
        Assert.True(events.IsSuccessStatusCode);
        var alert = mails.Single(mail => mail.GetProperty("to")[0].GetString() != Address);
        using var told = await client.PostAsJsonAsync($"/local/mail/{alert.GetProperty("id").GetString()}/events", new[] { "delivered" });
        Assert.True(told.IsSuccessStatusCode);
    }

    private async Task WorkOnAsync(string reference)
    {
        foreach (var change in new object[] { new { status = "contacted", note = "kanarinotiz", assignee = "frontdesk@example.com" }, new { status = "closed", closedReason = "kanarigrund" } })
        {
            using var answer = await client.PatchAsJsonAsync($"/api/leads/{reference}", change);
            Assert.True(answer.IsSuccessStatusCode);
        }
    }

    private async Task AskAsync()
    {
        using var answer = await client.PostAsJsonAsync("/api/privacy", new { email = Address });
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    private async Task RunAsync(string function)
    {
        using var answer = await client.PostAsync($"/admin/functions/{function}?wait=true", content: null);
        Assert.True(answer.IsSuccessStatusCode, function);
    }

    private static string? TextOf(object value) => value is byte[] bytes ? Encoding.Latin1.GetString(bytes) : value.ToString();

    private async Task<List<TableEntity>> RowsAsync(string table) =>
        await host.Services.GetRequiredKeyedService<TableClient>(table).QueryAsync<TableEntity>().ToListAsync();

    // Where the form was seen may be told of the figures; all else is of the person.
    [GeneratedRegex(@"kanari(?!pfad)|vogelsang|sorrow|5550166|6610555|555-0166", RegexOptions.IgnoreCase)]
    private static partial Regex Canary();
}
