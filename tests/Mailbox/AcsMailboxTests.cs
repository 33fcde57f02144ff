using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using LeadFunctions.Email;
using LeadFunctions.Leads;
using LeadFunctions.Local;
using LeadFunctions.Local.Mailbox;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Tests.LocalMailbox;

/// <summary>The app as it runs on a laptop with <c>Email__Provider=AzureCommunication</c>: real HTTP to the mailbox, storage in memory.</summary>
public sealed class AcsMailboxTests : IAsyncLifetime
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly InMemoryLeadStore leads = new();
    private LocalHost host = null!;
    private HttpClient client = null!;

    private Mailbox Mailbox => host.Services.GetRequiredService<Mailbox>();

    private IEnumerable<MailboxMessage> ToRobin => Mailbox.Messages.Where(mail => mail.To is ["robin@example.com"]);

    public async Task InitializeAsync()
    {
        host = await LocalHost.StartAsync(
            new()
            {
                TimersRun = false,
                Settings = new Dictionary<string, string?> { ["Email:Provider"] = "AzureCommunication" },
                Logging = logging => logging.ClearProviders(),
                Replace = services => services.AddSingleton<ILeadStore>(leads).AddSingleton<ILeadBatches>(leads).AddSingleton<IEventStore>(new InMemoryEventStore()),
            },
            CancellationToken.None);
        client = new() { BaseAddress = host.BaseAddress };
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_mail_arrives_whole_and_its_operation_is_known()
    {
        await PostAsync();
        await DrainAsync();

        var mail = Assert.Single(ToRobin);
        Assert.Equal(2, Mailbox.Messages.Count);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        Assert.NotNull(mail.Text);
        Assert.NotNull(mail.Html);
        Assert.Equal(AcsOperationId.Of(new SendId(Confirmation, 1).ToString()).ToString(), mail.Id);
        Assert.Equal(mail.Id, leads.Sends[Confirmation].MessageId);
        Assert.IsType<SendOutcome.Accepted>(await AskAsync(1));
        Assert.IsType<SendOutcome.Refused>(await AskAsync(2));
    }

    [Fact]
    public async Task An_answer_that_is_lost_is_asked_for_and_nobody_is_mailed_twice()
    {
        await SetModeAsync("""{"lose":true}""");
        await PostAsync();
        await DrainAsync();
        await SetModeAsync("{}");

        await host.MoveClockAsync(3 * Minute);
        await DrainAsync();

        Assert.Equal(SendResult.Accepted, leads.Sends[Confirmation].Result);
        await host.MoveClockAsync(TimeSpan.FromHours(20));
        await DrainAsync();
        Assert.Single(ToRobin);
        Assert.Single(Mailbox.Messages, mail => mail.To is ["frontdesk@example.com"]);
    }

    [Fact]
    public async Task An_outage_in_which_nothing_was_taken_is_over_minutes_after_its_end()
    {
        await SetModeAsync("""{"status":500}""");
        await PostAsync();
        await DrainAsync();
        Assert.Empty(Mailbox.Messages);
        await SetModeAsync("{}");

        for (var minute = 0; minute < 5; minute++)
        {
            await host.MoveClockAsync(Minute);
            await DrainAsync();
        }

        Assert.Single(ToRobin);
        Assert.Equal(2, Mailbox.Messages.Count);
    }

    [Fact]
    public async Task A_provider_that_is_too_busy_is_tried_again_later()
    {
        await SetModeAsync("""{"status":429}""");
        await PostAsync();
        await DrainAsync();
        Assert.Empty(Mailbox.Messages);
        await SetModeAsync("{}");

        await host.MoveClockAsync(2 * Minute);
        await DrainAsync();

        Assert.Single(ToRobin);
    }

    [Fact]
    public async Task What_became_of_a_mail_is_told_as_Event_Grid_tells_it_and_a_bounce_ends_the_mail()
    {
        await PostAsync(articles: true);
        await DrainAsync();
        var address = new Uri($"/local/mail/{Assert.Single(ToRobin).Id}/events", UriKind.Relative);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsJsonAsync(address, new[] { "spamreport" })).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await client.PostAsJsonAsync(address, new[] { "delivered", "open" })).StatusCode);
        Assert.Equal(["delivered", "opened"], (await ToldAsync(address)).Order());
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsJsonAsync(address, new[] { "bounce" })).StatusCode);
        for (var day = 0; day < 12; day++)
        {
            await host.MoveClockAsync(TimeSpan.FromDays(1));
            await DrainAsync();
        }

        Assert.Equal(["bounced", "delivered", "opened"], (await ToldAsync(address)).Order());
        Assert.Single(ToRobin);
    }

    [Fact]
    public async Task A_mail_that_is_thrown_away_was_taken_all_the_same()
    {
        await PostAsync();
        await DrainAsync();

        (await client.DeleteAsync(new Uri("/local/mail.json", UriKind.Relative))).Dispose();

        Assert.Empty(Mailbox.Messages);
        Assert.IsType<SendOutcome.Accepted>(await AskAsync(1));
    }

    [Fact]
    public async Task Who_has_not_the_key_is_told_nothing()
    {
        using var post = await client.PostAsJsonAsync("/local/acs/emails:send?api-version=2025-09-01", new { senderAddress = "a@example.com" });
        using var question = await client.GetAsync(new Uri($"/local/acs/emails/operations/{Guid.Empty}?api-version=2025-09-01", UriKind.Relative));

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (post.StatusCode, question.StatusCode));
        Assert.Equal("Denied", (string?)JsonNode.Parse(await post.Content.ReadAsStringAsync())!["error"]!["code"]);
    }

    [Theory]
    [InlineData("not an address", typeof(SendOutcome.RefusedForGood))]
    [InlineData("ada@example.com", typeof(SendOutcome.Accepted))]
    public async Task A_mail_that_cannot_be_sent_is_refused_in_the_words_of_the_service(string to, Type expected)
    {
        var outcome = await host.Services.GetRequiredService<IEmailSender>()
            .SendAsync(new() { SendId = "s-1", To = [to], Subject = "s", Text = "t", Html = "<p/>" }, CancellationToken.None);

        Assert.IsType(expected, outcome);
    }

    private SendKey Confirmation => new(leads.Leads.Single().Id, Track.Visitor, 0);

    private Task<SendOutcome> AskAsync(int attempt) =>
        host.Services.GetRequiredService<IEmailOutcomeSource>().AskAsync(new SendId(Confirmation, attempt).ToString(), CancellationToken.None);

    private Task DrainAsync() => host.RunAsync("Drain", CancellationToken.None);

    private async Task SetModeAsync(string mode)
    {
        using var content = new StringContent(mode, System.Text.Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri("/local/mail/mode", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private async Task<IReadOnlyList<string?>> ToldAsync(Uri address) =>
        [.. JsonNode.Parse(await client.GetStringAsync(address))!.AsArray().Select(told => (string?)told!["event"])];

    private async Task PostAsync(bool articles = false)
    {
        using var answer = await client.PostAsJsonAsync(
            "/api/appointments",
            new { name = "Robin Example", email = "robin@example.com", concerns = new[] { "depression" }, consent = new { articles } });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }
}
