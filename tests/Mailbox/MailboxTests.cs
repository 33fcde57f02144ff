using System.Net;
using AngleSharp.Html.Parser;
using LeadFunctions.Email;
using LeadFunctions.Local.Mailbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Tests.LocalMailbox;

public sealed class MailboxTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("mailbox-").FullName;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public async Task What_the_app_sends_arrives()
    {
        await using var host = await MailboxHost.StartAsync();
        var settings = new Dictionary<string, string?>
        {
            ["Email:From"] = "hello@clinic.example",
            ["SendGrid:ApiKey"] = "local",
            ["SendGrid:BaseUrl"] = $"{host.Http.BaseAddress}local/sendgrid",
        };
        await using var app = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).AddEmail().BuildServiceProvider();

        var outcome = await app.GetRequiredService<IEmailSender>().SendAsync(
            new EmailMessage { SendId = "s-7", To = ["ada@example.com"], Subject = "Hello", Text = "t", Html = "<p>h</p>" },
            CancellationToken.None);

        var message = Assert.Single(host.Mailbox.Messages);
        Assert.Equal(new SendOutcome.Accepted(message.Id), outcome);
        Assert.Equal("s-7", message.CustomArgs["sid"]);
        Assert.Equal(("t", "<p>h</p>"), (message.Text, message.Html));
    }

    [Fact]
    public void Mails_survive_the_end_of_the_process()
    {
        var options = new MailboxOptions { DataDirectory = directory };

        using (var before = new Mailbox(options))
        {
            before.Add([Message("1")]);
            before.Add([Message("2"), Message("3")]);
        }

        using var after = new Mailbox(options);
        Assert.Equal(["3", "2", "1"], after.Messages.Select(message => message.Id));
        Assert.Equivalent(Message("1"), after.Find("1"));
    }

    [Fact]
    public void A_mail_that_was_cut_short_by_the_end_of_the_process_is_gone_and_harms_no_other()
    {
        var options = new MailboxOptions { DataDirectory = directory };

        using (var before = new Mailbox(options))
        {
            before.Add([Message("1")]);
        }

        File.AppendAllText(Path.Combine(directory, "mailbox.jsonl"), """{"id":"2","at":"20""");

        using (var between = new Mailbox(options))
        {
            between.Add([Message("3")]);
        }

        using var after = new Mailbox(options);
        Assert.Equal(["3", "1"], after.Messages.Select(message => message.Id));
    }

    [Fact]
    public void Mails_that_were_thrown_away_stay_away()
    {
        var options = new MailboxOptions { DataDirectory = directory };

        using (var before = new Mailbox(options))
        {
            before.Add([Message("1")]);
            before.DeleteAll();
            Assert.Empty(before.Messages);
        }

        using var after = new Mailbox(options);
        Assert.Empty(after.Messages);
    }

    [Fact]
    public void The_signing_key_belongs_to_the_directory()
    {
        using var first = WebhookKey.Open(directory);
        using var again = WebhookKey.Open(directory);
        using var elsewhere = WebhookKey.Open(dataDirectory: null);

        Assert.Equal(first.PublicKey, again.PublicKey);
        Assert.NotEqual(first.PublicKey, elsewhere.PublicKey);
    }

    [Fact]
    public async Task Whoever_waits_for_a_mail_gets_the_first_that_fits()
    {
        using var mailbox = new Mailbox(new MailboxOptions());
        var waiting = mailbox.WaitForAsync(message => message.Id is "2" or "3", CancellationToken.None);

        mailbox.Add([Message("1")]);
        Assert.False(waiting.IsCompleted);
        mailbox.Add([Message("2")]);
        mailbox.Add([Message("3")]);

        Assert.Equal("2", (await waiting).Id);
        Assert.Equal("1", (await mailbox.WaitForAsync(_ => true, CancellationToken.None)).Id);
    }

    [Fact]
    public async Task Whoever_waits_in_vain_may_stop()
    {
        using var mailbox = new Mailbox(new MailboxOptions());
        using var enough = new CancellationTokenSource();
        var waiting = mailbox.WaitForAsync(_ => true, enough.Token);

        await enough.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task Many_senders_at_once_lose_nothing()
    {
        var options = new MailboxOptions { DataDirectory = directory };

        using (var mailbox = new Mailbox(options))
        {
            await Parallel.ForAsync(0, 1000, (number, _) =>
            {
                mailbox.Add([Message($"{number}")]);
                return ValueTask.CompletedTask;
            });
        }

        using var after = new Mailbox(options);
        Assert.Equal(1000, after.Messages.Select(message => message.Id).Distinct().Count());
    }

    [Fact]
    public async Task The_list_can_be_emptied_and_shortened()
    {
        await using var host = await MailboxHost.StartAsync();
        await host.TakeAsync();
        var newest = await host.TakeAsync();

        Assert.Equal(2, (await host.GetJsonAsync("/local/mail.json")).AsArray().Count);
        Assert.Equal(newest, (string)Assert.Single((await host.GetJsonAsync("/local/mail.json?limit=1")).AsArray())!["id"]!);

        using var answer = await host.Http.DeleteAsync(new Uri("/local/mail.json", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("[]", (await host.GetJsonAsync("/local/mail.json")).ToJsonString());
    }

    [Fact]
    public async Task The_page_shows_a_mail_without_running_anything_of_it()
    {
        await using var host = await MailboxHost.StartAsync();
        var mail = MailboxHost.Mail;
        mail["subject"] = "<script>alert(1)</script>";
        mail["content"]![1]!["value"] = "\"><script>alert(2)</script><p>Thank you.</p>";
        var id = await host.TakeAsync(mail);

        using var answer = await host.Http.GetAsync(new Uri($"/local/mail/{id}", UriKind.Relative));
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());

        Assert.Equal("<script>alert(1)</script>", page.QuerySelector("h2")!.TextContent);
        Assert.Equal("/local/mail.js", Assert.Single(page.QuerySelectorAll("script")).GetAttribute("src"));
        var frame = Assert.Single(page.QuerySelectorAll("iframe"));
        Assert.DoesNotContain("allow-scripts", frame.GetAttribute("sandbox"), StringComparison.Ordinal);
        Assert.EndsWith("<p>Thank you.</p>", frame.GetAttribute("srcdoc"), StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_loads_nothing_from_elsewhere()
    {
        await using var host = await MailboxHost.StartAsync();
        await host.TakeAsync();

        var page = await new HtmlParser().ParseDocumentAsync(await host.Http.GetStringAsync(new Uri("/local/mail", UriKind.Relative)));

        foreach (var address in page.QuerySelectorAll("[src], link[href]").Select(element => element.GetAttribute("src") ?? element.GetAttribute("href")!))
        {
            using var answer = await host.Http.GetAsync(new Uri(address, UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Equal("We received your request", page.QuerySelector("nav .subject")!.TextContent);
    }

    [Fact]
    public async Task A_mail_that_is_not_there_is_not_found()
    {
        await using var host = await MailboxHost.StartAsync();

        using var answer = await host.Http.GetAsync(new Uri("/local/mail/unknown", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static MailboxMessage Message(string id) => new(
        id,
        MailboxHost.Monday,
        To: ["ada@example.com"],
        From: "hello@clinic.example",
        FromName: null,
        ReplyTo: null,
        Subject: "Übrigens",
        Text: "Line\nline\u2028line",
        Html: null,
        Headers: new Dictionary<string, string> { ["A"] = "b" },
        CustomArgs: new Dictionary<string, string>(),
        Categories: []);
}
