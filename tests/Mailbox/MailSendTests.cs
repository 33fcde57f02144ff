using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace LeadFunctions.Tests.LocalMailbox;

public sealed class MailSendTests : IAsyncLifetime
{
    private MailboxHost host = null!;

    public async Task InitializeAsync() => host = await MailboxHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_mail_is_taken_and_shown_as_its_recipients_get_it()
    {
        using var answer = await host.SendAsync(MailboxHost.Mail);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var expected = JsonNode.Parse($$"""
            [{
              "id": "{{answer.Headers.GetValues("X-Message-Id").Single()}}",
              "at": "2026-12-07T09:00:00+00:00",
              "to": ["ada@example.com"],
              "from": "hello@clinic.example",
              "fromName": "Clinic",
              "replyTo": "desk@clinic.example",
              "subject": "We received your request",
              "text": "Thank you.",
              "html": "<p>Thank you. <a href=\"https://clinic.example/r/x?a=1&amp;b=2\">Read</a></p>",
              "headers": { "List-Unsubscribe": "<https://clinic.example/unsubscribe/x>" },
              "customArgs": { "sid": "s-1" },
              "categories": []
            }]
            """);
        var shown = await host.GetJsonAsync("/local/mail.json");
        Assert.True(JsonNode.DeepEquals(expected, shown), shown.ToJsonString());
    }

    [Fact]
    public async Task An_envelope_may_say_more_than_the_mail_and_wins()
    {
        var mail = MailboxHost.Mail;
        mail["personalizations"] = JsonNode.Parse(
            """
            [
              { "to": [{ "email": "ada@example.com" }], "cc": [{ "email": "bob@example.com" }],
                "custom_args": { "sid": "s-2", "x": "y" }, "headers": { "X-A": "b" }, "subject": "Yours" },
              { "to": [{ "email": "eve@example.com" }] }
            ]
            """);

        await host.TakeAsync(mail);

        Assert.Collection(
            host.Mailbox.Messages,
            second => Assert.Equal(["eve@example.com"], second.To),
            first =>
            {
                Assert.Equal(["ada@example.com", "bob@example.com"], first.To);
                Assert.Equal("Yours", first.Subject);
                Assert.Equal("s-2", first.CustomArgs["sid"]);
                Assert.Equal("y", first.CustomArgs["x"]);
                Assert.Equal("b", first.Headers["X-A"]);
            });
    }

    [Theory]
    [InlineData("personalizations", null, "personalizations")]
    [InlineData("personalizations", "[]", "personalizations")]
    [InlineData("personalizations", "[{}]", "personalizations.0.to")]
    [InlineData("personalizations", """[{"to":[]}]""", "personalizations.0.to")]
    [InlineData("personalizations", """[{"to":[{"email":"ada"}]}]""", "personalizations.0.to.0.email")]
    [InlineData("personalizations", """[{"to":[{"name":"Ada"}]}]""", "personalizations.0.to.0.email")]
    [InlineData("personalizations", """[{"to":[{"email":"a@b.co"},{"email":"A@b.co"}]}]""", "personalizations.0")]
    [InlineData("from", null, "from.email")]
    [InlineData("from", """{"email":"hello"}""", "from.email")]
    [InlineData("reply_to", """{"email":"x y"}""", "reply_to.email")]
    [InlineData("subject", null, "subject")]
    [InlineData("subject", "\"\"", "subject")]
    [InlineData("content", null, "content")]
    [InlineData("content", """[{"type":"text/plain","value":""}]""", "content.0.value")]
    [InlineData("content", """[{"value":"x"}]""", "content.0.type")]
    [InlineData("content", """[{"type":"text/html","value":"x"},{"type":"text/plain","value":"x"}]""", "content")]
    [InlineData("headers", """{"Subject":"x"}""", "headers")]
    public async Task A_mail_with_a_fault_is_refused_in_the_providers_shape(string field, string? value, string faulty)
    {
        var mail = MailboxHost.Mail;
        mail[field] = value is null ? null : JsonNode.Parse(value);

        using var answer = await host.SendAsync(mail);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var error = Assert.Single((await answer.Content.ReadFromJsonAsync<JsonObject>())!["errors"]!.AsArray())!;
        Assert.Equal(faulty, error["field"]!.GetValue<string>());
        Assert.NotEmpty(error["message"]!.GetValue<string>());
        Assert.Empty(host.Mailbox.Messages);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("""{"personalizations":[null]}""")]
    [InlineData("""{"personalizations":[{"to":[null]}]}""")]
    [InlineData("""{"content":7}""")]
    public async Task What_is_no_mail_at_all_is_a_bad_request(string json)
    {
        using var answer = await host.SendAsync(JsonNode.Parse(json));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null((await answer.Content.ReadFromJsonAsync<JsonObject>())!["errors"]![0]!["field"]);
    }

    [Fact]
    public async Task Nobody_sends_without_a_key()
    {
        using var answer = await host.PostAsync("/local/sendgrid/v3/mail/send", MailboxHost.Mail.ToJsonString());

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(host.Mailbox.Messages);
    }
}
