using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Data.Tables;
using LeadFunctions.Local;
using LeadFunctions.Local.Commands;
using LeadFunctions.Storage;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Tests.EndToEnd;

/// <summary>What a newcomer sees on a laptop, through real parts: Kestrel, Azurite, HTTP to a mail provider.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class LaptopTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly List<string> logs = [];
    private LocalHost host = null!;
    private HttpClient client = null!;

    public async Task InitializeAsync()
    {
        host = await LocalHost.StartAsync(
            new()
            {
                TimersRun = false,
                Settings = new Dictionary<string, string?>
                {
                    ["Leads:Storage"] = azurite.ConnectionString,
                    ["Leads:Table"] = "leads" + Guid.CreateVersion7().ToString("n"),
                    ["Leads:EventsTable"] = "events" + Guid.CreateVersion7().ToString("n"),
                    ["Capture:PostsPerMinute"] = "10000",
                },
                Logging = logging => logging.AddProvider(new ListedLogs(logs)),
            },
            CancellationToken.None);
        await Tables.MakeAsync(host.Services, CancellationToken.None);

        // Letters leave by day: these tests move the clock by whole days, and drain where it ends.
        var clinic = host.Services.GetRequiredService<LeadFunctions.Clinic.ClinicTime>();
        host.Clock.Advance(clinic.FirstInstant(clinic.DateAt(host.Clock.GetUtcNow()).AddDays(1), new(12, 0)) - host.Clock.GetUtcNow());
        client = new() { BaseAddress = host.BaseAddress };
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await host.Services.GetRequiredService<TableClient>().DeleteAsync();
        await host.Services.GetRequiredKeyedService<TableClient>(StorageFeature.Events).DeleteAsync();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_lead_is_answered_told_to_staff_and_confirmed_to_the_visitor()
    {
        var reference = await PostAsync("robin@example.com");

        await RunAsync("Drain");

        var mails = await MailAsync();
        Assert.Equal(2, mails.Count);
        Assert.Contains(mails, mail => mail.To is ["frontdesk@example.com"] && mail.Subject.Contains(reference, StringComparison.Ordinal));
        Assert.Contains(mails, mail => mail.To is ["robin@example.com"] && mail.Text.Contains(reference, StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_thirty_days_every_step_comes_once_and_no_article_twice()
    {
        await PostAsync("robin@example.com");
        for (var day = 0; day <= 30; day++)
        {
            await RunAsync("Drain");
            await MoveClockAsync(Day);
        }

        var letters = (await MailAsync()).Where(mail => mail.To is ["robin@example.com"]).Reverse().ToList();
        Assert.Equal(4, letters.Count);
        Assert.Contains("The Connection Between Depression and Chronic Pain", letters[1].Text, StringComparison.Ordinal);
        var links = await Task.WhenAll(letters.Skip(1).SelectMany(LinksToArticles).Select(OpenAsync));
        Assert.Equal(links.Distinct(), links);
        Assert.Equal(5, links.Length);
        var concerns = host.Services.GetRequiredService<LeadFunctions.Articles.ConcernCatalogue>().All;
        Assert.All(letters, letter => Assert.DoesNotContain(concerns, concern => letter.Subject.Contains(concern.Label.English, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task The_next_morning_brings_the_digest_once()
    {
        await RunAsync("StaffDigest");
        var reference = await PostAsync("robin@example.com");
        await RunAsync("Drain");

        await MoveClockAsync(Day);
        await RunAsync("StaffDigest");

        Assert.Single(await MailAsync(), mail => mail.To is ["frontdesk@example.com"] && mail.Text.Contains(reference, StringComparison.Ordinal) && !mail.Subject.Contains(reference, StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_one_click_on_unsubscribe_nothing_more_comes()
    {
        await PostAsync("robin@example.com");
        await RunAsync("Drain");
        var letter = Assert.Single(await MailAsync(), mail => mail.To is ["robin@example.com"]);
        Assert.Equal("List-Unsubscribe=One-Click", letter.Headers["List-Unsubscribe-Post"]);
        var link = new Uri(letter.Headers["List-Unsubscribe"].Trim('<', '>'));

        for (var times = 0; times < 3; times++)
        {
            using var look = await client.GetAsync(link);
            Assert.Equal(HttpStatusCode.OK, look.StatusCode);
        }

        await MoveClockAsync(2 * Day);
        Assert.Equal(2, (await MailAsync()).Count(mail => mail.To is ["robin@example.com"]));

        for (var times = 0; times < 2; times++)
        {
            using var content = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
            using var post = await client.PostAsync(link, content);
            Assert.Equal(HttpStatusCode.OK, post.StatusCode);
        }

        for (var day = 0; day < 40; day++)
        {
            await MoveClockAsync(Day);
        }

        Assert.Equal(2, (await MailAsync()).Count(mail => mail.To is ["robin@example.com"]));
    }

    [Theory]
    [InlineData(500, false)]
    [InlineData(429, false)]
    [InlineData(202, true)]
    public async Task Ten_minutes_of_a_provider_in_trouble_cost_nobody_a_mail_and_send_no_answered_mail_twice(int status, bool lose)
    {
        await SetModeAsync(status, lose);
        var people = Enumerable.Range(0, 12).Select(person => $"person{person}@example.com").ToList();
        foreach (var person in people)
        {
            await PostAsync(person);
        }

        for (var minute = 0; minute < 10; minute++)
        {
            await MoveClockAsync(TimeSpan.FromMinutes(1));
        }

        await SetModeAsync(202, lose: false);
        var before = (await MailAsync()).Count;
        for (var quarter = 0; quarter < 28 * 4; quarter++)
        {
            await MoveClockAsync(TimeSpan.FromMinutes(15));
        }

        var mails = await MailAsync();
        var answered = mails.Take(mails.Count - before).ToList();
        Assert.All(people, person => Assert.Contains(mails, mail => mail.To[0] == person));
        Assert.All(people, person => Assert.InRange(answered.Count(mail => mail.To[0] == person && !LinksToArticles(mail).Any()), 0, 1));
        Assert.Equal(12, answered.Concat(mails).Where(mail => mail.To is ["frontdesk@example.com"]).Select(mail => mail.Subject).Where(subject => subject.Contains("PAMB-", StringComparison.Ordinal)).Distinct().Count());
    }

    [Fact]
    public async Task Nothing_of_a_person_is_in_a_log_line_or_a_key()
    {
        await PostAsync("canary.person@example.com", name: "Canary Person", phone: "650-555-0147", message: "canary words");
        await RunAsync("Drain");
        await MoveClockAsync(2 * Day);
        await RunAsync("StaffDigest");
        await SetModeAsync(500, lose: false);
        await PostAsync("canary.person@example.com", name: "Canary Person", phone: "650-555-0147", message: "canary words");
        await RunAsync("Drain");

        var rows = await host.Services.GetRequiredService<TableClient>().QueryAsync<TableEntity>().ToListAsync();
        Assert.NotEmpty(logs);
        Assert.All(
            logs.Concat(rows.Select(row => row.PartitionKey + row.RowKey)),
            text => Assert.DoesNotMatch("(?i)canary|5550147|555-0147|depression|chronic", text));
    }

    [Fact]
    public async Task Health_tells_how_late_the_earliest_work_is()
    {
        await PostAsync("robin@example.com");
        host.Clock.Advance(TimeSpan.FromMinutes(5));

        var late = await client.GetFromJsonAsync<JsonElement>("/health/ready");
        await RunAsync("Drain");
        var done = await client.GetFromJsonAsync<JsonElement>("/health/ready");

        Assert.InRange(late.GetProperty("oldestDueSeconds").GetInt32(), 300, 310);
        Assert.Equal(0, done.GetProperty("oldestDueSeconds").GetInt32());
    }

    private async Task<string> PostAsync(string email, string name = "Robin Example", string phone = "650-555-0123", string message = "")
    {
        using var response = await client.PostAsJsonAsync(
            "/api/appointments",
            new { name, email, phone, message, concerns = new[] { "depression", "chronic-pain" }, consent = new { articles = true } });
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("reference").GetString()!;
    }

    private async Task RunAsync(string function)
    {
        using var response = await client.PostAsync($"/admin/functions/{function}?wait=true", content: null);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private async Task MoveClockAsync(TimeSpan by)
    {
        using var response = await client.PostAsJsonAsync("/local/clock", new { advance = by.ToString("c") });
        Assert.True(response.IsSuccessStatusCode);
        await RunAsync("Drain");
        await RunAsync("StaffDigest");
    }

    private async Task SetModeAsync(int status, bool lose)
    {
        using var response = await client.PostAsJsonAsync("/local/mail/mode", new { status, delayMs = 0, lose });
        Assert.True(response.IsSuccessStatusCode);
    }

    private async Task<IReadOnlyList<Letter>> MailAsync() => (await client.GetFromJsonAsync<List<Letter>>("/local/mail.json"))!;

    private static IEnumerable<string> LinksToArticles(Letter letter) => letter.Text
        .Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
        .Where(word => word.Contains("/r/", StringComparison.Ordinal))
        .Select(word => word.Trim('<', '>'));

    private async Task<string> OpenAsync(string link)
    {
        using var still = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var response = await still.GetAsync(new Uri(link));
        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        return response.Headers.Location!.AbsoluteUri;
    }

    private sealed record Letter(IReadOnlyList<string> To, string Subject, string Text, string Html, Dictionary<string, string> Headers);
}
