using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using LeadFunctions.Local.Mailbox;

namespace LeadFunctions.Tests.LocalMailbox;

public sealed class ModeTests : IAsyncLifetime
{
    private MailboxHost host = null!;

    public async Task InitializeAsync() => host = await MailboxHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(204)]
    public async Task A_provider_that_refuses_takes_nothing(int status)
    {
        (await host.PostAsync("/local/mail/mode", $$"""{"status":{{status}}}""")).Dispose();

        using var answer = await host.SendAsync(MailboxHost.Mail);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Empty(host.Mailbox.Messages);
    }

    [Fact]
    public async Task A_lost_answer_leaves_the_mail_taken()
    {
        (await host.PostAsync("/local/mail/mode", """{"lose":true}""")).Dispose();

        await Assert.ThrowsAsync<HttpRequestException>(() => host.SendAsync(MailboxHost.Mail));

        Assert.Single(host.Mailbox.Messages);
    }

    [Fact]
    public async Task A_slow_provider_has_the_mail_before_it_answers()
    {
        using var impatience = new CancellationTokenSource();
        host.Mailbox.Mode = new MailboxMode(Status: 202, DelayMs: 600_000, Lose: false);
        var sending = host.SendAsync(MailboxHost.Mail, impatience.Token);

        await host.Mailbox.WaitForAsync(message => message.Subject.Length > 0, CancellationToken.None);
        Assert.False(sending.IsCompleted);

        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task The_mode_is_shown_and_what_is_left_out_works_again()
    {
        (await host.PostAsync("/local/mail/mode", """{"status":503,"delayMs":7,"lose":true}""")).Dispose();
        Assert.Equal("""{"status":503,"delayMs":7,"lose":true}""", (await host.GetJsonAsync("/local/mail/mode")).ToJsonString());

        using var answer = await host.PostAsync("/local/mail/mode", "{}");

        Assert.Equal("""{"status":202,"delayMs":0,"lose":false}""", await answer.Content.ReadAsStringAsync());
        Assert.Equal(MailboxMode.Working, host.Mailbox.Mode);
    }

    [Theory]
    [InlineData("""{"status":"202"}""", "status")]
    [InlineData("""{"status":600}""", "status")]
    [InlineData("""{"status":2.5}""", "status")]
    [InlineData("""{"delayMs":-1}""", "delayMs")]
    [InlineData("""{"delayMs":600001}""", "delayMs")]
    [InlineData("""{"lose":1}""", "lose")]
    [InlineData("""{"sleep":1}""", "sleep")]
    [InlineData("[]", "body")]
    [InlineData("{", "body")]
    [InlineData("", "body")]
    public async Task A_mode_that_makes_no_sense_is_refused_by_name_and_changes_nothing(string json, string field)
    {
        using var answer = await host.PostAsync("/local/mail/mode", json);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonObject>();
        Assert.Equal([field], problem!["errors"]!.AsObject().Select(error => error.Key));
        Assert.Equal(MailboxMode.Working, host.Mailbox.Mode);
    }
}
