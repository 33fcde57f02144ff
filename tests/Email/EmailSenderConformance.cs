using System.Net;
using System.Net.Sockets;
using LeadFunctions.Email;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace LeadFunctions.Tests.Email;

/// <summary>What <see cref="IEmailSender"/> promises, kept by every provider's sender over real connections to this machine.</summary>
public abstract class EmailSenderConformance : IAsyncLifetime
{
    private static readonly DateTimeOffset Monday = new(2026, 12, 7, 9, 0, 0, TimeSpan.Zero);

    private readonly List<string> logs = [];
    private readonly List<IAsyncDisposable> open = [];

    private protected FakeTimeProvider Clock { get; } = new(Monday);

    /// <summary>The answer of the provider to a mail that it takes.</summary>
    private protected abstract string Taken { get; }

    /// <summary>An error of the provider that repeats what it was sent.</summary>
    private protected abstract string Fault(string message);

    /// <summary>The settings under which mails go to an address.</summary>
    private protected abstract Dictionary<string, string?> SettingsFor(string address);

    /// <summary>The sender as the app has it, but for the clock that it measures time with.</summary>
    private protected abstract IEmailSender Sender(IServiceProvider services);

    private protected static EmailMessage Mail => new()
    {
        SendId = "s-1",
        To = ["ada@example.com"],
        Subject = "We received your request",
        Text = "Thank you.",
        Html = "<p>Thank you.</p>",
        Headers = new Dictionary<string, string> { ["List-Unsubscribe"] = "<https://clinic.example/unsubscribe/x>" },
    };

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        open.Reverse();

        foreach (var resource in open)
        {
            await resource.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_mail_that_is_taken_is_accepted()
    {
        var provider = Opened(LoopbackProvider.Answering(Taken));

        Assert.IsType<SendOutcome.Accepted>(await SenderTo(provider).SendAsync(Mail, CancellationToken.None));

        Assert.Equal(1, provider.Requests);
        Assert.Contains("ada@example.com", provider.Received[0], StringComparison.Ordinal);
        Assert.Contains("List-Unsubscribe", provider.Received[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(409)]
    [InlineData(413)]
    [InlineData(422)]
    public async Task A_mail_at_fault_is_refused_for_good(int status) =>
        Assert.Equal(new SendOutcome.RefusedForGood($"{status}"), await AnsweredAsync(status));

    [Theory]
    [InlineData(301)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(415)]
    public async Task What_every_mail_would_be_answered_is_a_wrong_setting(int status) =>
        Assert.Equal(new SendOutcome.Misconfigured($"{status}"), await AnsweredAsync(status));

    [Theory]
    [InlineData(200)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task An_answer_that_proves_nothing_leaves_the_mail_unknown(int status) =>
        Assert.Equal(new SendOutcome.Unknown($"{status}"), await AnsweredAsync(status));

    [Fact]
    public async Task A_mail_that_arrived_in_part_may_be_sent_again() =>
        Assert.Equal(new SendOutcome.Refused(RetryAfter: null), await AnsweredAsync(408));

    [Fact]
    public async Task An_endless_error_is_cut_off()
    {
        var sender = SenderTo(Provider(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 400 Bad Request\r\nTransfer-Encoding: chunked\r\n\r\n");

            while (true)
            {
                await connection.WriteAsync($"4000\r\n{new string(' ', 0x4000)}\r\n");
            }
        }));

        Assert.Equal(new SendOutcome.RefusedForGood("400"), await sender.SendAsync(Mail, CancellationToken.None));
    }

    [Fact]
    public async Task Nobody_listening_means_nothing_was_sent()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        Assert.Equal(new SendOutcome.Refused(null), await SenderTo($"http://127.0.0.1:{port}").SendAsync(Mail, CancellationToken.None));
    }

    [Fact]
    public async Task An_unknown_host_means_nothing_was_sent() =>
        Assert.Equal(new SendOutcome.Refused(null), await SenderTo("https://nowhere.invalid").SendAsync(Mail, CancellationToken.None));

    [Fact]
    public async Task A_certificate_that_nobody_trusts_means_nothing_was_sent()
    {
        var provider = Provider(async connection =>
        {
            await connection.SpeakTlsAsync();
            await connection.ReadRequestAsync();
        });

        var outcome = await SenderTo($"https://127.0.0.1:{provider.Port}").SendAsync(Mail, CancellationToken.None);

        Assert.Equal(new SendOutcome.Refused(null), outcome);
        Assert.Equal(0, provider.Requests);
    }

    [Fact]
    public async Task A_handshake_that_never_ends_means_nothing_was_sent()
    {
        var accepted = new TaskCompletionSource();
        var provider = Provider(connection =>
        {
            accepted.SetResult();
            return connection.StallAsync();
        });
        var sending = SenderTo($"https://127.0.0.1:{provider.Port}").SendAsync(Mail, CancellationToken.None);
        await accepted.Task;

        Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(new SendOutcome.Refused(null), await sending);
    }

    [Fact]
    public async Task A_connection_reset_before_the_answer_leaves_the_mail_unknown() =>
        Assert.IsType<SendOutcome.Unknown>(await BrokenOffAfterAsync(""));

    [Fact]
    public async Task A_connection_reset_within_the_status_leaves_the_mail_unknown() =>
        Assert.IsType<SendOutcome.Unknown>(await BrokenOffAfterAsync("HTTP/1.1 202 Acc"));

    [Theory]
    [InlineData("202 Accepted", typeof(SendOutcome.Accepted))]
    [InlineData("400 Bad Request", typeof(SendOutcome.RefusedForGood))]
    [InlineData("500 Internal Server Error", typeof(SendOutcome.Unknown))]
    public async Task A_status_counts_even_if_the_rest_of_the_answer_never_comes(string status, Type expected)
    {
        var sender = SenderTo(Provider(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync($"HTTP/1.1 {status}\r\nContent-Length: 10\r\n\r\nhalf");
        }));

        Assert.IsType(expected, await sender.SendAsync(Mail, CancellationToken.None));
    }

    [Fact]
    public async Task A_provider_that_says_nothing_in_time_leaves_the_mail_unknown()
    {
        var (sending, _) = await SendToStalledAsync(CancellationToken.None);

        Clock.Advance(TimeSpan.FromSeconds(9.9));
        Assert.False(sending.IsCompleted);
        Clock.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal(new SendOutcome.Unknown("no answer in time"), await sending);
    }

    [Fact]
    public async Task A_sending_that_is_cancelled_under_way_leaves_the_mail_unknown()
    {
        using var cancellation = new CancellationTokenSource();
        var (sending, _) = await SendToStalledAsync(cancellation.Token);

        await cancellation.CancelAsync();

        Assert.Equal(new SendOutcome.Unknown("cancelled while sending"), await sending);
    }

    [Fact]
    public async Task A_sending_that_is_cancelled_before_it_began_sends_nothing()
    {
        var provider = Provider(connection => connection.ReadRequestAsync());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => SenderTo(provider).SendAsync(Mail, new CancellationToken(canceled: true)));

        Assert.Equal(0, provider.Requests);
    }

    [Theory]
    [InlineData("Retry-After: 17", 17)]
    [InlineData("Retry-After: Mon, 07 Dec 2026 09:02:00 GMT", 120)]
    [InlineData("Retry-After: Mon, 07 Dec 2026 08:00:00 GMT", 0)]
    [InlineData("Retry-After: soon", null)]
    [InlineData("X-Nothing: 1", null)]
    public async Task A_busy_provider_says_how_long_to_wait(string header, int? seconds) => Assert.Equal(
        new SendOutcome.Refused(seconds is { } wait ? TimeSpan.FromSeconds(wait) : null),
        await AnsweredAsync($"HTTP/1.1 429 Too Many Requests\r\n{header}\r\nContent-Length: 0\r\n\r\n"));

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(413)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task One_sending_is_one_post_whatever_comes_of_it_and_no_reason_or_log_names_the_person(int status)
    {
        var body = Fault("ada@example.com: <p>Thank you.</p> is not welcome").ReplaceLineEndings("\n");
        var provider = Opened(LoopbackProvider.Answering($"HTTP/1.1 {status} Whatever\r\nContent-Length: {body.Length}\r\n\r\n{body}"));

        var outcome = await SenderTo(provider).SendAsync(Mail, CancellationToken.None);

        Assert.Equal(1, provider.Posts);
        Assert.All([outcome.ToString(), .. logs], text => Assert.DoesNotMatch("(?i)ada|example|thank|welcome", text));
    }

    [Fact]
    public async Task What_cannot_be_reached_is_told_to_the_log_without_an_address()
    {
        await SenderTo("https://nowhere.invalid").SendAsync(Mail, CancellationToken.None);

        var told = Assert.Single(logs, line => line.Contains("nothing was sent", StringComparison.Ordinal));
        Assert.Matches("HostNotFound|NameResolutionError|TryAgain", told);
        Assert.DoesNotContain("nowhere", string.Join('\n', logs), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_mail_is_never_sent_twice_by_itself()
    {
        var provider = Provider(async connection =>
        {
            await connection.ReadRequestAsync();
            connection.Reset();
        });
        var sender = SenderTo(provider);

        await sender.SendAsync(Mail, CancellationToken.None);
        await sender.SendAsync(Mail, CancellationToken.None);

        Assert.Equal(2, provider.Requests);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        var elsewhere = Provider(connection => connection.ReadRequestAsync());

        await AnsweredAsync($"HTTP/1.1 307 Temporary Redirect\r\nLocation: http://127.0.0.1:{elsewhere.Port}/\r\nContent-Length: 0\r\n\r\n");

        Assert.Equal(0, elsewhere.Requests);
    }

    private protected async Task<SendOutcome> AnsweredAsync(int status, string body = "") =>
        await AnsweredAsync($"HTTP/1.1 {status} Whatever\r\nContent-Length: {body.ReplaceLineEndings("\n").Length}\r\n\r\n{body.ReplaceLineEndings("\n")}");

    private protected async Task<SendOutcome> AnsweredAsync(string response) =>
        await SenderTo(Opened(LoopbackProvider.Answering(response))).SendAsync(Mail, CancellationToken.None);

    private async Task<SendOutcome> BrokenOffAfterAsync(string answer) => await SenderTo(Provider(async connection =>
    {
        await connection.ReadRequestAsync();
        await connection.WriteAsync(answer);
        connection.Reset();
    })).SendAsync(Mail, CancellationToken.None);

    private async Task<(Task<SendOutcome> Sending, LoopbackProvider Provider)> SendToStalledAsync(CancellationToken cancellationToken)
    {
        var received = new TaskCompletionSource();
        var provider = Provider(async connection =>
        {
            await connection.ReadRequestAsync();
            received.SetResult();
            await connection.StallAsync();
        });
        var sending = SenderTo(provider).SendAsync(Mail, cancellationToken);
        await received.Task;

        return (sending, provider);
    }

    private protected LoopbackProvider Provider(Func<LoopbackProvider.Connection, Task> answer) => Opened(LoopbackProvider.Doing(answer));

    private protected LoopbackProvider Opened(LoopbackProvider provider)
    {
        open.Add(provider);
        return provider;
    }

    private protected IEmailSender SenderTo(LoopbackProvider provider) => SenderTo($"http://127.0.0.1:{provider.Port}/local/provider");

    private IEmailSender SenderTo(string address) => Sender(ServicesFor(address));

    private protected IServiceProvider ServicesFor(string address)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Email:From", "hello@clinic.example"), new("Email:ConnectTimeout", "00:00:09")])
            .AddInMemoryCollection(SettingsFor(address))
            .Build();
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<TimeProvider>(Clock)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new ListedLogs(logs)))
            .AddEmail()
            .BuildServiceProvider();
        open.Add(services);
        return services;
    }
}
