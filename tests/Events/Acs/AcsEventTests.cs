using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LeadFunctions.Email;
using LeadFunctions.Events;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Tests.Events;

/// <summary>What Azure Communication Services tells of our mails through Event Grid, in the documented payloads, over HTTP.</summary>
public sealed class AcsEventTests : IAsyncLifetime
{
    private const string Secret = "a-secret-of-event-grid-that-is-long-enough";
    private const string Older = "an-older-secret-that-is-rotated-out-just-now";

    private readonly SendId send = new(AnEvent.Mail(), 2);
    private HostedApp app = null!;

    public async Task InitializeAsync() => app = await HostedApp.StartAsync(("Acs:EventSecrets:0", Secret), ("Acs:EventSecrets:1", Older));

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [InlineData("Delivered", MailEventKind.Delivered)]
    [InlineData("Bounced", MailEventKind.Bounced)]
    [InlineData("Suppressed", MailEventKind.Dropped)]
    [InlineData("Quarantined", MailEventKind.Blocked)]
    [InlineData("FilteredSpam", MailEventKind.Blocked)]
    [InlineData("Failed", MailEventKind.Blocked)]
    [InlineData("Expanded", MailEventKind.Other)]
    [InlineData("Teleported", MailEventKind.Other)]
    public async Task Every_status_of_a_delivery_report_is_kept_known_or_not(string status, MailEventKind kind)
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Report(status)));

        var kept = Assert.Single(app.Events.All);
        Assert.Equal((send.Key, 2, kind, status), (kept.Mail, kept.Attempt, kept.Kind, kept.Name));
        Assert.Equal(new DateTimeOffset(2020, 9, 18, 0, 22, 20, TimeSpan.Zero).AddTicks(2855749), kept.At);
        Assert.Equal(app.Get<LeadKeys>().Contact(ALead.Email("receiver@azure.com"), phone: null), kept.Recipient);
        Assert.Equal(AcsOperationId.Of(send.ToString()).ToString(), kept.MessageId);
    }

    [Theory]
    [InlineData("Bounced", SuppressionReason.Bounced)]
    [InlineData("Suppressed", SuppressionReason.Bounced)]
    [InlineData("Delivered", null)]
    [InlineData("Quarantined", null)]
    [InlineData("FilteredSpam", null)]
    [InlineData("Failed", null)]
    public async Task Nobody_is_written_to_where_mail_bounced_and_whoever_only_had_it_filtered_is(string status, SuppressionReason? reason)
    {
        await PostAsync(Report(status));

        var contact = await app.Leads.FindContactAsync(app.Get<LeadKeys>().Contact(ALead.Email("receiver@azure.com"), phone: null), default);
        Assert.Equal(reason is { } expected ? [expected] : [], contact?.Suppressions.Select(suppression => suppression.Reason) ?? []);
    }

    [Theory]
    [InlineData("view", MailEventKind.Opened)]
    [InlineData("click", MailEventKind.Clicked)]
    public async Task A_visit_is_kept_although_it_names_no_recipient(string type, MailEventKind kind)
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Engagement(type)));

        var kept = Assert.Single(app.Events.All);
        Assert.Equal((kind, default(ContactKey?), AgentClass.Browser), (kept.Kind, kept.Recipient, kept.Agent));
        Assert.Equal(new DateTimeOffset(2022, 9, 6, 22, 34, 52, TimeSpan.Zero).AddTicks(1303595), kept.At);
    }

    [Fact]
    public async Task Told_again_and_in_another_order_it_is_the_same()
    {
        JsonObject[] events = [Report("Delivered"), Report("Bounced"), Engagement("view"), Report("Delivered", message: Guid.CreateVersion7().ToString())];
        await PostAsync(events);
        var before = app.Events.All;

        for (var times = 0; times < 10; times++)
        {
            await PostAsync([.. events.Reverse().Select(told => (JsonObject)told.DeepClone())]);
        }

        Assert.Equal(3, before.Count);
        Assert.Equal(before, app.Events.All);
        Assert.Equal(1, await app.Events.CountOthersAsync(before.First(happened => happened.Kind == MailEventKind.Delivered).At, default));
    }

    [Fact]
    public async Task What_the_receiving_host_said_is_kept_as_its_code_alone()
    {
        var report = Report("Bounced");
        report["data"]!["deliveryStatusDetails"] = new JsonObject { ["statusMessage"] = "550 5.1.1 <receiver@azure.com>: no such user at 192.0.2.7" };

        await PostAsync(report);

        var kept = Assert.Single(app.Events.All);
        Assert.Equal("5.1.1", kept.Status);
        Assert.DoesNotContain("receiver", kept.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_handshake_is_answered_with_its_code_and_keeps_nothing()
    {
        var asked = JsonNode.Parse("""
            [{
              "id": "2d1781af-3a4c-4d7c-bd0c-e34b19da4e66", "topic": "/subscriptions/x", "subject": "",
              "data": { "validationCode": "512d38b6-c7b8-40c8-89fe-f46f9e9622b6", "validationUrl": "https://rp-eastus2.eventgrid.azure.net:553/validate" },
              "eventType": "Microsoft.EventGrid.SubscriptionValidationEvent", "eventTime": "2018-01-25T22:12:19.4556811Z", "metadataVersion": "1", "dataVersion": "1"
            }]
            """)!;

        using var answer = await app.Client.PostAsJsonAsync(Address(Secret), asked);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("512d38b6-c7b8-40c8-89fe-f46f9e9622b6", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("validationResponse").GetString());
        using var stranger = await app.Client.PostAsJsonAsync(Address("another-secret-that-is-long-enough-too"), asked);
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        Assert.Empty(app.Events.All);
    }

    [Theory]
    [InlineData("", HttpStatusCode.Unauthorized)]
    [InlineData("?secret=", HttpStatusCode.Unauthorized)]
    [InlineData("?secret=a-secret-of-event-grid-that-is-long-enougH", HttpStatusCode.Unauthorized)]
    [InlineData("?secret=" + Secret + "&secret=x", HttpStatusCode.Unauthorized)]
    [InlineData("?secret=" + Older, HttpStatusCode.OK)]
    public async Task Who_does_not_know_a_secret_is_refused(string query, HttpStatusCode status)
    {
        using var answer = await app.Client.PostAsJsonAsync(new Uri("/api/email-events/acs" + query, UriKind.Relative), new[] { Report("Delivered") });

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status == HttpStatusCode.OK ? 1 : 0, app.Events.All.Count);
    }

    [Theory]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("no JSON", HttpStatusCode.BadRequest)]
    [InlineData("[1, null, {}, { \"data\": 7 }]", HttpStatusCode.OK)]
    public async Task A_body_that_is_odd_harms_nobody(string body, HttpStatusCode status)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await app.Client.PostAsync(Address(Secret), content);

        Assert.Equal(status, answer.StatusCode);
        Assert.Empty(app.Events.All);
    }

    [Fact]
    public async Task Storage_that_is_away_and_a_body_that_is_too_large_are_said_so()
    {
        using var large = new StringContent(new string(' ', AcsEventsEndpoint.LargestBody + 1), Encoding.UTF8, "application/json");
        using var tooLarge = await app.Client.PostAsync(Address(Secret), large);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLarge.StatusCode);

        app.Events.IsAway = true;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await PostAsync(Report("Delivered")));
    }

    [Theory]
    [InlineData("short")]
    [InlineData("a secret with spaces that is long enough for it")]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://kv.example.com/secrets/acs)")]
    public void A_secret_that_is_none_stops_the_start(string secret)
    {
        var options = new AcsOptions();
        options.EventSecrets.Add(secret);

        var result = new AcsOptionsValidator(new ConfigurationBuilder().Build()).Validate(name: null, options);

        Assert.StartsWith("Acs__EventSecrets__0", Assert.Single(result.Failures!), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_secret_nobody_is_believed()
    {
        var secret = new AcsEventSecret(Options.Create(new AcsOptions()));

        Assert.False(secret.IsSet);
        Assert.False(secret.Holds(""));
        Assert.False(secret.Holds(null));
    }

    [Theory]
    [InlineData("a0d1f2e3d4dv2n1")]
    [InlineData("a003fffffffv99n99")]
    [InlineData("z")]
    public void A_sending_is_found_again_by_its_name_and_no_other_is(string sendId)
    {
        var name = AcsOperationId.Of(sendId);

        Assert.Equal(sendId, AcsOperationId.Read(name));
        for (var bit = 0; bit < 128; bit++)
        {
            var bytes = name.ToByteArray();
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Null(AcsOperationId.Read(new(bytes)));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("Privacy-ABC")]
    [InlineData("a0d1f2e3d4dv9999n9999")]
    public void A_name_that_is_too_long_or_odd_is_still_a_name(string sendId)
    {
        Assert.Null(AcsOperationId.Read(AcsOperationId.Of(sendId)));
        Assert.NotEqual(AcsOperationId.Of(sendId), AcsOperationId.Of(sendId + "1"));
    }

    private JsonObject Report(string status, string? message = null) => AcsReport.Of(status, message ?? AcsOperationId.Of(send.ToString()).ToString());

    private JsonObject Engagement(string type) => JsonNode.Parse($$"""
        {
          "id": "00000000-0000-0000-0000-000000000000",
          "topic": "/subscriptions/{subscription-id}/resourceGroups/{group-name}/providers/microsoft.communication/communicationservices/{communication-services-resource-name}",
          "subject": "sender/senderid@azure.com/message/00000000-0000-0000-0000-000000000000",
          "data": {
            "sender": "senderid@azure.com",
            "messageId": "{{AcsOperationId.Of(send.ToString())}}",
            "userActionTimeStamp": "2022-09-06T22:34:52.1303595+00:00",
            "engagementContext": "",
            "userAgent": "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15",
            "engagementType": "{{type}}"
          },
          "eventType": "Microsoft.Communication.EmailEngagementTrackingReportReceived",
          "dataVersion": "1.0",
          "metadataVersion": "1",
          "eventTime": "2022-09-06T22:34:52.1303612Z"
        }
        """)!.AsObject();

    private static Uri Address(string secret) => new($"/api/email-events/acs?secret={secret}", UriKind.Relative);

    private async Task<HttpStatusCode> PostAsync(params JsonObject[] events)
    {
        using var answer = await app.Client.PostAsJsonAsync(Address(Secret), new JsonArray([.. events]));
        return answer.StatusCode;
    }
}
