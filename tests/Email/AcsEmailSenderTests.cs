using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using LeadFunctions.Clinic;
using LeadFunctions.Email;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Tests.Email;

public sealed class AcsEmailSenderTests : EmailSenderConformance
{
    private const string Key = "bG9uZy1lbm91Z2gtZm9yLWEtdGVzdA==";

    private static readonly string Operation = AcsOperationId.Of(Mail.SendId).ToString();

    private protected override string Taken => Answer(202, $$"""{"id":"{{Operation}}","status":"Running","error":null}""");

    private protected override string Fault(string message) => $$$"""{"error":{"code":"InvalidEmailAddress","message":"{{{message}}}"}}""";

    private protected override Dictionary<string, string?> SettingsFor(string address) => new()
    {
        ["Email:Provider"] = "AzureCommunication",
        ["Acs:ConnectionString"] = $"endpoint={address};accesskey={Key}",
    };

    private protected override IEmailSender Sender(IServiceProvider services)
    {
        Assert.IsType<AcsEmailSender>(services.GetRequiredService<IEmailSender>());
        return Acs(services);
    }

    [Fact]
    public async Task A_mail_goes_signed_under_a_name_of_ours_with_tracking_off()
    {
        var provider = Opened(LoopbackProvider.Answering(Taken));

        Assert.Equal(new SendOutcome.Accepted(Operation), await SenderTo(provider).SendAsync(Mail with { To = ["ada@example.com", "ADA@example.com"], ReplyTo = "desk@clinic.example" }, CancellationToken.None));

        var (head, body) = Parts(provider.Received[0]);
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
        var signed = $"POST\n/local/provider/emails:send?api-version=2025-09-01\nMon, 07 Dec 2026 09:00:00 GMT;127.0.0.1:{provider.Port};{hash}";
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(Key), Encoding.UTF8.GetBytes(signed)));
        Assert.Contains("POST /local/provider/emails:send?api-version=2025-09-01 HTTP/1.1", head);
        Assert.Contains($"Authorization: HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature={signature}", head);
        Assert.Contains($"x-ms-content-sha256: {hash}", head);
        Assert.Contains("x-ms-date: Mon, 07 Dec 2026 09:00:00 GMT", head);
        Assert.Contains($"Operation-Id: {Operation}", head);
        Assert.Contains("Content-Type: application/json", head);
        var expected = JsonNode.Parse("""
            {
              "senderAddress": "hello@clinic.example",
              "content": { "subject": "We received your request", "plainText": "Thank you.", "html": "<p>Thank you.</p>" },
              "recipients": { "to": [{ "address": "ada@example.com" }] },
              "replyTo": [{ "address": "desk@clinic.example" }],
              "headers": { "List-Unsubscribe": "<https://clinic.example/unsubscribe/x>" },
              "userEngagementTrackingDisabled": true
            }
            """);
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(body)), body);
    }

    [Fact]
    public void The_name_of_a_sending_is_the_same_whoever_works_it_out_and_another_for_another_try()
    {
        Assert.Equal(AcsOperationId.Of("a0d1f2e3d4dv2n1"), AcsOperationId.Of("a0d1f2e3d4dv2n1"));
        Assert.NotEqual(AcsOperationId.Of("a0d1f2e3d4dv2n1"), AcsOperationId.Of("a0d1f2e3d4dv2n2"));
        Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", AcsOperationId.Of("a0d1f2e3d4dv2n1").ToString());
    }

    [Theory]
    [InlineData(400, "InvalidEmailAddress", typeof(SendOutcome.RefusedForGood))]
    [InlineData(400, "InvalidSenderUserName", typeof(SendOutcome.Misconfigured))]
    [InlineData(404, "DomainNotLinked", typeof(SendOutcome.Misconfigured))]
    [InlineData(500, "DomainNotLinked", typeof(SendOutcome.Unknown))]
    public async Task A_fault_is_told_by_its_word(int status, string code, Type expected)
    {
        var outcome = await AnsweredAsync(status, $$$"""{"error":{"code":"{{{code}}}","message":"ada@example.com"}}""");

        Assert.IsType(expected, outcome);
        Assert.Contains($"{status} ({code})", outcome.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"error":"none"}""")]
    [InlineData("""{"error":{"code":"ada@example.com"}}""")]
    public async Task An_error_of_another_shape_is_still_an_error(string body) =>
        Assert.Equal(new SendOutcome.RefusedForGood("400"), await AnsweredAsync(400, body));

    [Fact]
    public async Task A_name_that_is_taken_by_this_very_mail_means_that_it_was_accepted()
    {
        var provider = Provider(async connection =>
        {
            while (await connection.ReadRequestAsync() is { } request)
            {
                await connection.WriteAsync(request.StartsWith("POST", StringComparison.Ordinal)
                    ? Answer(409, Fault("taken"))
                    : Answer(200, $$"""{"id":"{{Operation}}","status":"Succeeded","error":null}"""));
            }
        });

        Assert.Equal(new SendOutcome.Accepted(Operation), await SenderTo(provider).SendAsync(Mail, CancellationToken.None));
        Assert.Equal(1, provider.Posts);
    }

    [Theory]
    [InlineData(200, """{"id":"x","status":"NotStarted"}""", "Accepted")]
    [InlineData(200, """{"id":"x","status":"Running","error":null}""", "Accepted")]
    [InlineData(200, """{"id":"x","status":"Succeeded","error":null}""", "Accepted")]
    [InlineData(200, """{"id":"x","status":"Failed","error":{"code":"EmailDropped","message":"ada@example.com"}}""", "RefusedForGood")]
    [InlineData(200, """{"id":"x","status":"Canceled","error":null}""", "RefusedForGood")]
    [InlineData(404, """{"error":{"code":"NotFound","message":"ada@example.com"}}""", "Refused")]
    [InlineData(404, "<html>", "Unknown")]
    [InlineData(404, "{}", "Unknown")]
    [InlineData(200, """{"id":"x","status":"Dancing"}""", "Unknown")]
    [InlineData(200, "<html>", "Unknown")]
    [InlineData(401, """{"error":{"code":"Denied"}}""", "Unknown")]
    [InlineData(429, "", "Unknown")]
    [InlineData(500, "", "Unknown")]
    public async Task A_lost_answer_is_asked_for_by_the_name_of_the_sending(int status, string body, string expected)
    {
        var provider = Opened(LoopbackProvider.Answering(Answer(status, body)));

        var outcome = await ((AcsEmailSender)SenderTo(provider)).AskAsync(Mail.SendId, CancellationToken.None);

        Assert.Equal(expected, outcome.GetType().Name);
        Assert.StartsWith($"GET /local/provider/emails/operations/{Operation}?api-version=2025-09-01 HTTP/1.1", Assert.Single(provider.Received), StringComparison.Ordinal);
        Assert.DoesNotContain("ada", outcome.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_is_not_answered_tells_nothing()
    {
        var lost = Provider(async connection =>
        {
            await connection.ReadRequestAsync();
            connection.Reset();
        });
        var asked = new TaskCompletionSource();
        var silent = Provider(async connection =>
        {
            await connection.ReadRequestAsync();
            asked.SetResult();
            await connection.StallAsync();
        });

        Assert.IsType<SendOutcome.Unknown>(await ((AcsEmailSender)SenderTo(lost)).AskAsync("s-1", CancellationToken.None));
        Assert.IsType<SendOutcome.Unknown>(await Acs(ServicesFor("https://nowhere.invalid")).AskAsync("s-1", CancellationToken.None));

        var asking = ((AcsEmailSender)SenderTo(silent)).AskAsync("s-1", CancellationToken.None);
        await asked.Task;
        Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.IsType<SendOutcome.Unknown>(await asking);
    }

    [Fact]
    public async Task Without_a_key_the_apps_identity_is_shown()
    {
        var tokens = new Tokens(new AccessToken("token-1", DateTimeOffset.MaxValue));
        using var answers = new Answers();

        var outcome = await WithIdentity(tokens, answers).SendAsync(Mail, CancellationToken.None);

        Assert.IsType<SendOutcome.Accepted>(outcome);
        Assert.Equal("Bearer token-1", Assert.Single(answers.Authorizations));
        Assert.Equal(["https://communication.azure.com//.default"], tokens.Scopes);
    }

    [Fact]
    public async Task An_identity_that_gets_no_token_is_a_wrong_setting_and_nothing_was_sent()
    {
        using var answers = new Answers();

        var outcome = await WithIdentity(new Tokens(null), answers).SendAsync(Mail, CancellationToken.None);

        Assert.Equal(new SendOutcome.Misconfigured("the app's identity got no token"), outcome);
        Assert.Empty(answers.Authorizations);
    }

    [Fact]
    public async Task A_token_that_does_not_come_in_time_means_nothing_was_sent()
    {
        using var answers = new Answers();
        var tokens = new Tokens(null) { Waits = true };
        var sending = WithIdentity(tokens, answers).SendAsync(Mail, CancellationToken.None);
        await tokens.Asked.Task;

        Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(new SendOutcome.Refused(null), await sending);
    }

    private static string Answer(int status, string body) => $"HTTP/1.1 {status} Whatever\r\nContent-Length: {body.Length}\r\n\r\n{body}";

    private static (string[] Head, string Body) Parts(string request) => request.Split("\r\n\r\n", 2) is [var head, var body] ? (head.Split("\r\n"), body) : default;

    private AcsEmailSender Acs(IServiceProvider services) => new(
        services.GetRequiredKeyedService<HttpPipeline>("Acs"),
        services.GetRequiredService<IOptions<AcsOptions>>(),
        services.GetRequiredService<IOptions<EmailOptions>>(),
        services.GetRequiredService<MailSender>(),
        Clock,
        services.GetRequiredService<ILogger<AcsEmailSender>>())
    {
        NetworkTime = Clock,
    };

    private AcsEmailSender WithIdentity(TokenCredential credential, Answers answers)
    {
        var options = new AcsOptions { Endpoint = "https://clinic.unitedstates.communication.azure.com" };
        return new(
            AcsPipeline.Create(AcsAccount.Of(options)!, credential, new(answers, disposeHandler: false), Clock),
            Options.Create(options),
            Options.Create(new EmailOptions()),
            new MailSender("", "hello@clinic.example", ""),
            Clock,
            NullLogger<AcsEmailSender>.Instance)
        {
            NetworkTime = Clock,
        };
    }

    /// <summary>An identity that gets this token, or none.</summary>
    private sealed class Tokens(AccessToken? token) : TokenCredential
    {
        public IReadOnlyList<string> Scopes { get; private set; } = [];

        public bool Waits { get; init; }

        public TaskCompletionSource Asked { get; } = new();

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes = requestContext.Scopes;
            Asked.TrySetResult();
            await Task.Delay(Waits ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, cancellationToken);
            return token ?? throw new CredentialUnavailableException("none");
        }
    }

    /// <summary>Takes every mail, without a network.</summary>
    private sealed class Answers : HttpMessageHandler
    {
        public List<string> Authorizations { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Authorizations.Add(string.Join(',', request.Headers.GetValues("Authorization")));
            return Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.Accepted));
        }
    }
}
