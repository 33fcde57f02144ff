using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using LeadFunctions.Events;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LeadFunctions.Tests.Events;

/// <summary>Whose posts are taken.</summary>
public sealed class ForgeryTests : IAsyncLifetime
{
    private readonly Webhook provider = new();
    private readonly Webhook formerKey = new();
    private readonly SendId send = new(AnEvent.Mail(), 1);
    private HostedApp app = null!;

    private DateTimeOffset Now => app.Clock.GetUtcNow();

    public async Task InitializeAsync() => app = await HostedApp.StartAsync(
        ("SendGrid:WebhookPublicKeys:0", provider.PublicKey),
        ("SendGrid:WebhookPublicKeys:1", formerKey.PublicKey));

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        provider.Dispose();
        formerKey.Dispose();
    }

    [Fact]
    public async Task Of_more_than_a_thousand_forgeries_none_is_taken()
    {
        var genuine = new Post(Webhook.Seconds(Now), "", Webhook.Body([Webhook.Event("bounce", send, Now, ("type", "bounce")), Webhook.Event("open", send, Now)]));
        genuine = genuine with { Signature = provider.Sign(genuine.Timestamp!, genuine.Body) };
        var forgeries = Forgeries(genuine).ToList();

        var answers = new List<HttpStatusCode>();
        foreach (var forged in forgeries)
        {
            answers.Add(await Webhook.PostAsync(app.Client, forged.Timestamp, forged.Signature, forged.Body));
        }

        Assert.InRange(forgeries.Count, 1000, 5000);
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Unauthorized, answer));
        Assert.Empty(app.Events.All);
        Assert.Equal(HttpStatusCode.OK, await Webhook.PostAsync(app.Client, genuine.Timestamp, genuine.Signature, genuine.Body));
        Assert.Equal(2, app.Events.All.Count);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("")]
    [InlineData(" \r\n\r\n")]
    public async Task Genuine_posts_are_taken_byte_for_byte_whatever_ends_their_lines(string lineEnd)
    {
        var body = Webhook.Body([Webhook.Event("delivered", send, Now, ("response", "250 OK – très bien 🙂")), Webhook.Event("open", send, Now)], lineEnd);

        Assert.Equal(HttpStatusCode.OK, await provider.PostAsync(app.Client, Now, body));
        Assert.Equal(2, app.Events.All.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-24)]
    [InlineData(-25.9)]
    [InlineData(0.1)]
    public async Task Either_of_two_keys_holds_for_as_long_as_events_are_told_again(double hours)
    {
        var at = Now.AddHours(hours);

        Assert.Equal(HttpStatusCode.OK, await provider.PostAsync(app.Client, at, Webhook.Event("open", send, at)));
        Assert.Equal(HttpStatusCode.OK, await formerKey.PostAsync(app.Client, at, Webhook.Event("delivered", send, at)));
    }

    [Fact]
    public async Task Without_a_key_nothing_is_taken_and_nothing_is_lost_since_the_provider_tells_it_again()
    {
        await using var keyless = new TestApp();
        var context = new DefaultHttpContext();
        context.Request.Body = new MemoryStream("[]"u8.ToArray());

        var answer = Assert.IsType<ProblemHttpResult>(await keyless.Get<EmailEventsEndpoint>().AnswerAsync(context.Request, default));

        Assert.Equal(503, answer.StatusCode);
    }

    private IEnumerable<Post> Forgeries(Post genuine)
    {
        var (timestamp, signature, body) = (genuine.Timestamp!, genuine.Signature!, genuine.Body);
        var text = Encoding.UTF8.GetString(body);
        var der = Convert.FromBase64String(signature);
        using var stranger = new Webhook();
        var elsewhere = Webhook.Body([Webhook.Event("processed", send, Now)]);

        yield return genuine with { Signature = null };
        yield return genuine with { Timestamp = null };
        yield return genuine with { Signature = "" };
        yield return genuine with { Timestamp = "" };
        yield return genuine with { Signature = signature + "," + signature };
        yield return genuine with { Signature = Convert.ToHexString(der) };
        yield return genuine with { Signature = provider.Sign(timestamp, body, DSASignatureFormat.IeeeP1363FixedFieldConcatenation) };
        yield return genuine with { Signature = provider.Sign("", body) };
        yield return genuine with { Signature = provider.Sign(timestamp, []) };
        yield return genuine with { Signature = provider.Sign(timestamp, elsewhere) };
        yield return genuine with { Signature = provider.Sign(timestamp, Encoding.UTF8.GetBytes(text.TrimEnd())) };
        yield return genuine with { Body = elsewhere };
        yield return genuine with { Body = [] };
        yield return genuine with { Body = [.. body, .. "\r\n"u8] };
        yield return genuine with { Body = Encoding.UTF8.GetBytes(text.TrimEnd()) };
        yield return genuine with { Body = Encoding.UTF8.GetBytes(text.Replace("\r\n", "\n", StringComparison.Ordinal)) };
        yield return genuine with { Body = Encoding.UTF8.GetBytes(JsonNode.Parse(text)!.ToJsonString()) };
        yield return genuine with { Body = Encoding.UTF8.GetBytes(JsonNode.Parse(text)!.ToJsonString(new() { WriteIndented = true })) };
        yield return genuine with { Body = [.. "\uFEFF"u8, .. body] };

        // Signed by the right key, and as old or as early as no telling again is.
        foreach (var hours in new[] { -26.1, -27, -48, -24 * 365, 26.1, 24 * 365 })
        {
            var at = Webhook.Seconds(Now.AddHours(hours));
            yield return genuine with { Timestamp = at, Signature = provider.Sign(at, body) };
        }

        foreach (var odd in new[] { "now", "-1", "+1", "1e9", timestamp + ".0", " " + timestamp, "0x10", "99999999999999999999", "99999999999" })
        {
            yield return genuine with { Timestamp = odd, Signature = provider.Sign(odd, body) };
        }

        for (var seconds = 1; seconds <= 200; seconds++)
        {
            yield return genuine with { Timestamp = Webhook.Seconds(Now.AddSeconds(-seconds)), Signature = signature };
        }

        for (var times = 0; times < 50; times++)
        {
            yield return genuine with { Signature = stranger.Sign(timestamp, body) };
        }

        for (var at = 0; at < der.Length; at++)
        {
            for (var bit = 0; bit < 8; bit += 2)
            {
                yield return genuine with { Signature = Convert.ToBase64String(Flipped(der, at, bit)) };
            }
        }

        for (var at = 0; at < body.Length; at++)
        {
            yield return genuine with { Body = Flipped(body, at, at % 8) };
        }
    }

    private static byte[] Flipped(byte[] bytes, int at, int bit)
    {
        var flipped = bytes.ToArray();
        flipped[at] ^= (byte)(1 << bit);
        return flipped;
    }

    private sealed record Post(string? Timestamp, string? Signature, byte[] Body);
}
