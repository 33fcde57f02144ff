using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using LeadFunctions.Email;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Tests.Events;

/// <summary>What becomes of a genuine post.</summary>
public sealed class WebhookTests : IAsyncLifetime
{
    private const int Mebibyte = 1 << 20;

    private readonly Webhook provider = new();
    private readonly SendId send = new(AnEvent.Mail(), 2);
    private HostedApp app = null!;

    private DateTimeOffset Now => app.Clock.GetUtcNow();

    public async Task InitializeAsync() => app = await HostedApp.StartAsync(("SendGrid:WebhookPublicKeys:0", provider.PublicKey));

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        provider.Dispose();
    }

    [Theory]
    [InlineData("processed", MailEventKind.Processed)]
    [InlineData("deferred", MailEventKind.Deferred)]
    [InlineData("delivered", MailEventKind.Delivered)]
    [InlineData("bounce", MailEventKind.Bounced, "type", "bounce")]
    [InlineData("bounce", MailEventKind.Blocked, "type", "blocked")]
    [InlineData("bounce", MailEventKind.Bounced, "status", "5.1.1")]
    [InlineData("bounce", MailEventKind.Blocked, "status", "4.2.2")]
    [InlineData("bounce", MailEventKind.Blocked)]
    [InlineData("dropped", MailEventKind.Dropped)]
    [InlineData("spamreport", MailEventKind.Complained)]
    [InlineData("unsubscribe", MailEventKind.Unsubscribed)]
    [InlineData("group_unsubscribe", MailEventKind.Unsubscribed)]
    [InlineData("group_resubscribe", MailEventKind.Resubscribed)]
    [InlineData("open", MailEventKind.Opened)]
    [InlineData("click", MailEventKind.Clicked)]
    [InlineData("teleported", MailEventKind.Other)]
    [InlineData("account_status_change", MailEventKind.Other)]
    public async Task Every_kind_of_event_is_kept_known_or_not(string name, MailEventKind kind, string? field = null, string? value = null)
    {
        var told = Webhook.Event(name, send, Now);
        if (field is not null)
        {
            told[field] = value;
        }

        Assert.Equal(HttpStatusCode.OK, await provider.PostAsync(app.Client, Now, told));

        var kept = Assert.Single(app.Events.All);
        Assert.Equal((send.Key, 2, kind, name, (long)told["timestamp"]!), (kept.Mail, kept.Attempt, kept.Kind, kept.Name, kept.At.ToUnixTimeSeconds()));
        Assert.Equal("14c5d75ce93.dfd.64b469", kept.MessageId);
    }

    [Fact]
    public async Task What_evidence_needs_is_kept_and_nothing_of_the_person()
    {
        var told = Webhook.Event(
            "bounce",
            send,
            Now,
            ("ip", "198.51.100.77"),
            ("useragent", "Mozilla/5.0 (Canary Phone)"),
            ("reason", "550 5.1.1 <robin@example.com> unknown"),
            ("status", "5.1.1"),
            ("type", "bounce"),
            ("bounce_classification", "Invalid Address"),
            ("tls", 1),
            ("asm_group_id", 7),
            ("category", new JsonArray("canary words")),
            ("pool", new JsonObject { ["name"] = "canary" }),
            ("brand_new", "robin@example.com"),
            ("another_ip", "198.51.100.77"),
            ("phone", "6505550123"),
            ("Robin said hello", true));

        await provider.PostAsync(app.Client, Now, told);

        var kept = Assert.Single(app.Events.All);
        Assert.Equal(("5.1.1", "Invalid Address", AgentClass.Browser), (kept.Status, kept.Reason, kept.Agent));
        Assert.Equal(app.Get<LeadKeys>().Contact(ALead.Email("robin@example.com"), null), kept.Recipient);
        Assert.Matches("^[0-9a-f]{16}$", kept.Network);
        Assert.Equal("""{"another_ip":"","asm_group_id":"7","brand_new":"","category":"","phone":"","pool":"","tls":"1"}""", kept.Rest);
        Assert.DoesNotMatch("(?i)robin|canary (words|phone)|198\\.51|6505550123|550 ", kept.ToString());
    }

    [Theory]
    [InlineData("type", "Bounced Address", null)]
    [InlineData("reason", "550 <robin@example.com> is full", null)]
    [InlineData("reason", "bounced address", "Bounced Address")]
    public async Task Of_reasons_only_the_providers_own_phrases_are_kept(string field, string text, string? kept)
    {
        await provider.PostAsync(app.Client, Now, Webhook.Event("dropped", send, Now, (field, text)));

        Assert.Equal(kept, Assert.Single(app.Events.All).Reason);
    }

    [Fact]
    public async Task The_same_event_under_another_id_or_with_its_fields_in_another_order_is_one()
    {
        var told = Webhook.Event("open", send, Now, ("useragent", "x"));
        var otherId = (JsonObject)told.DeepClone();
        otherId["sg_event_id"] = "other";
        var otherOrder = new JsonObject(told.AsEnumerable().Reverse().Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())));

        await provider.PostAsync(app.Client, Now, told, otherId);
        await provider.PostAsync(app.Client, Now, otherOrder);

        Assert.Single(app.Events.All);
    }

    [Fact]
    public async Task Two_opens_that_differ_in_anything_are_two()
    {
        await provider.PostAsync(
            app.Client,
            Now,
            Webhook.Event("open", send, Now),
            Webhook.Event("open", send, Now.AddSeconds(1)),
            Webhook.Event("open", send with { Attempt = 3 }, Now),
            Webhook.Event("open", send, Now, ("ip", "198.51.100.77")));

        Assert.Equal(4, app.Events.All.Count);
    }

    [Fact]
    public async Task Events_of_other_mail_of_the_account_are_counted_apart()
    {
        var other = Webhook.Event("bounce", send, Now, ("type", "bounce"));
        other.Remove("sid");
        var strange = Webhook.Event("open", send, Now, ("sid", "somebody-elses"));

        Assert.Equal(HttpStatusCode.OK, await provider.PostAsync(app.Client, Now, other, strange, Webhook.Event("open", send, Now)));

        Assert.Single(app.Events.All);
        Assert.Equal(2, await app.Events.CountOthersAsync(Now, default));
    }

    [Theory]
    [InlineData("""{"event":"open","sid":"SID","timestamp":"1700000000"}""", 1)]
    [InlineData("""{"event":"open","sid":"SID","timestamp":"yesterday"}""", 1)]
    [InlineData("""{"event":"open","sid":"SID","timestamp":1e300}""", 1)]
    [InlineData("""{"event":"open","sid":"SID"}""", 1)]
    [InlineData("""{"event":7,"sid":"SID","timestamp":-5}""", 1)]
    [InlineData("""{"event":"open","sid":"SID","url":"::","ip":"x","email":7,"status":"55","sg_event_id":{}}""", 1)]
    [InlineData("""{"event":"\ud800","sid":"SID"}""", 0)]
    [InlineData("""{"event":"open","sid":7}""", 0)]
    [InlineData("""{"event":"open"}""", 0)]
    [InlineData("{}", 0)]
    [InlineData("null", 0)]
    [InlineData("[[]]", 0)]
    [InlineData("\"open\"", 0)]
    public async Task An_odd_event_is_kept_as_far_as_it_can_be_read_and_does_not_spoil_the_others(string odd, int ours)
    {
        var body = Encoding.UTF8.GetBytes($"[{odd.Replace("SID", send.ToString(), StringComparison.Ordinal)},{Webhook.Event("delivered", send, Now).ToJsonString()}]");

        Assert.Equal(HttpStatusCode.OK, await provider.PostAsync(app.Client, Now, body));
        Assert.Equal(HttpStatusCode.OK, await provider.PostAsync(app.Client, Now, body));

        Assert.Equal(1 + ours, app.Events.All.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[")]
    [InlineData("""[{"event":"open"}""")]
    [InlineData("<html>")]
    public async Task A_genuine_post_that_is_no_list_is_refused_so_that_the_provider_keeps_it(string text)
    {
        Assert.Equal(HttpStatusCode.BadRequest, await provider.PostAsync(app.Client, Now, Encoding.UTF8.GetBytes(text)));
        Assert.Empty(app.Events.All);
    }

    [Fact]
    public async Task While_storage_is_away_the_provider_is_asked_to_tell_it_again()
    {
        var told = Webhook.Event("open", send, Now);
        app.Events.IsAway = true;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await provider.PostAsync(app.Client, Now, told));

        app.Events.IsAway = false;
        Assert.Equal(HttpStatusCode.OK, await provider.PostAsync(app.Client, Now, told));
        Assert.Single(app.Events.All);
    }

    [Theory]
    [InlineData(0, false, HttpStatusCode.OK)]
    [InlineData(1, false, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(0, true, HttpStatusCode.OK)]
    [InlineData(1, true, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_mebibyte_is_taken_and_not_a_byte_more(int more, bool chunked, HttpStatusCode expected)
    {
        var body = new byte[Mebibyte + more];
        body.AsSpan().Fill((byte)' ');
        Webhook.Body([Webhook.Event("open", send, Now)]).CopyTo(body, 0);
        var timestamp = Webhook.Seconds(Now);

        Assert.Equal(expected, await Webhook.PostAsync(app.Client, timestamp, provider.Sign(timestamp, body), body, chunked));
        Assert.Equal(1 - more, app.Events.All.Count);
    }

    [Theory]
    [InlineData("no key")]
    [InlineData("AAAA")]
    [InlineData("@Microsoft.KeyVault(SecretUri=x)")]
    public void A_key_that_is_none_stops_the_start(string text)
    {
        var options = new SendGridOptions { ApiKey = "key", WebhookPublicKeys = { provider.PublicKey, text } };

        var result = new SendGridOptionsValidator(new ConfigurationBuilder().Build()).Validate(null, options);

        Assert.StartsWith("SendGrid__WebhookPublicKeys__1 should be", Assert.Single(result.Failures!), StringComparison.Ordinal);
        Assert.Same(ValidateOptionsResult.Success, new SendGridOptionsValidator(new ConfigurationBuilder().Build()).Validate(null, new() { ApiKey = "key", WebhookPublicKeys = { provider.PublicKey } }));
    }
}
