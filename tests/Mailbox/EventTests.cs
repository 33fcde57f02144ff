using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using LeadFunctions.Local.Mailbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Tests.LocalMailbox;

public sealed class EventTests : IAsyncLifetime
{
    private readonly WebApplication receiver = CreateReceiver();
    private readonly List<(string Timestamp, string Signature, byte[] Body)> received = [];
    private int status = 200;
    private MailboxHost host = null!;

    public async Task InitializeAsync()
    {
        receiver.MapPost("/api/email-events", async (HttpContext context, CancellationToken cancellationToken) =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, cancellationToken);
            received.Add((
                context.Request.Headers["X-Twilio-Email-Event-Webhook-Timestamp"].ToString(),
                context.Request.Headers["X-Twilio-Email-Event-Webhook-Signature"].ToString(),
                body.ToArray()));
            return TypedResults.StatusCode(status);
        });
        await receiver.StartAsync();
        host = await MailboxHost.StartAsync(new MailboxOptions { WebhookAddress = new Uri($"{receiver.Urls.First()}/api/email-events") });
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await receiver.DisposeAsync();
    }

    [Fact]
    public async Task Events_arrive_in_the_providers_shape()
    {
        var id = await host.TakeAsync();

        (await host.PostAsync($"/local/mail/{id}/events", """["delivered","open","click","bounce","spamreport"]""")).Dispose();

        var events = JsonNode.Parse(Assert.Single(received).Body)!.AsArray();
        Assert.Equal(["delivered", "open", "click", "bounce", "spamreport"], events.Select(happened => (string)happened!["event"]!));
        Assert.All(events, happened =>
        {
            Assert.Equal("ada@example.com", (string)happened!["email"]!);
            Assert.Equal("s-1", (string)happened["sid"]!);
            Assert.Equal(MailboxHost.Monday.ToUnixTimeSeconds(), (long)happened["timestamp"]!);
            Assert.StartsWith(id, (string)happened["sg_message_id"]!, StringComparison.Ordinal);
        });
        Assert.Distinct(events.Select(happened => (string)happened!["sg_event_id"]!));
        Assert.Equal("https://clinic.example/r/x?a=1&b=2", (string)events[2]!["url"]!);
        Assert.Equal("bounce", (string)events[3]!["type"]!);
    }

    [Fact]
    public async Task Events_are_signed_over_the_time_and_every_byte_up_to_the_last_line_end()
    {
        var id = await host.TakeAsync();

        (await host.PostAsync($"/local/mail/{id}/events", """["delivered"]""")).Dispose();

        var (timestamp, signature, body) = Assert.Single(received);
        Assert.Equal("\r\n"u8, body.AsSpan(body.Length - 2));
        Assert.True(IsSigned(timestamp, signature, body));
        Assert.False(IsSigned(timestamp, signature, body[..^2]));
        Assert.Equal($"{MailboxHost.Monday.ToUnixTimeSeconds()}", timestamp);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(401)]
    [InlineData(503)]
    public async Task The_answer_is_the_apps(int answered)
    {
        status = answered;

        using var answer = await host.PostAsync($"/local/mail/{await host.TakeAsync()}/events", """["open"]""");

        Assert.Equal(answered, (int)answer.StatusCode);
    }

    [Fact]
    public async Task An_app_that_is_not_there_is_a_bad_gateway()
    {
        await receiver.StopAsync();

        using var answer = await host.PostAsync($"/local/mail/{await host.TakeAsync()}/events", """["open"]""");

        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
    }

    [Theory]
    [InlineData("""["explode"]""")]
    [InlineData("""[null]""")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("")]
    public async Task Events_that_no_mail_can_have_are_refused(string json)
    {
        using var answer = await host.PostAsync($"/local/mail/{await host.TakeAsync()}/events", json);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("delivered", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(received);
    }

    [Fact]
    public async Task An_unknown_mail_has_no_events()
    {
        using var answer = await host.PostAsync("/local/mail/unknown/events", """["open"]""");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static WebApplication CreateReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder.Build();
    }

    private bool IsSigned(string timestamp, string signature, byte[] body)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(host.Key.PublicKey), out _);
        byte[] signed = [.. Encoding.UTF8.GetBytes(timestamp), .. body];

        return key.VerifyData(signed, Convert.FromBase64String(signature), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }
}
