using LeadFunctions.Clinic;
using LeadFunctions.Email;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SendGrid;

namespace LeadFunctions.Tests.Email;

public sealed class SendGridEmailSenderTests : EmailSenderConformance
{
    private protected override string Taken => "HTTP/1.1 202 Accepted\r\nX-Message-Id: abc_123\r\nContent-Length: 0\r\n\r\n";

    private protected override string Fault(string message) => $$"""{"errors":[{"message":"{{message}}","field":"personalizations.0.to"}]}""";

    private protected override Dictionary<string, string?> SettingsFor(string address) => new()
    {
        ["Email:Provider"] = "SendGrid",
        ["SendGrid:ApiKey"] = "SG.test",
        ["SendGrid:BaseUrl"] = address,
    };

    private protected override IEmailSender Sender(IServiceProvider services)
    {
        Assert.IsType<SendGridEmailSender>(services.GetRequiredService<IEmailSender>());
        return new SendGridEmailSender(
            services.GetRequiredService<ISendGridClient>(),
            services.GetRequiredService<IOptions<EmailOptions>>(),
            services.GetRequiredService<MailSender>(),
            Clock,
            services.GetRequiredService<ILogger<SendGridEmailSender>>())
        {
            NetworkTime = Clock,
        };
    }

    [Fact]
    public async Task A_mail_that_is_taken_is_accepted_under_the_name_the_provider_gives_it() => Assert.Equal(
        new SendOutcome.Accepted("abc_123"),
        await AnsweredAsync("HTTP/1.1 202 Accepted\r\nX-Message-Id: abc_123\r\nContent-Length: 0\r\n\r\n"));

    [Fact]
    public async Task A_mail_that_is_taken_without_a_name_is_accepted_all_the_same() =>
        Assert.Equal(new SendOutcome.Accepted(MessageId: null), await AnsweredAsync("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n"));

    [Theory]
    [InlineData("X-RateLimit-Reset: 1796634030", 30)]
    [InlineData("X-RateLimit-Reset: soon", null)]
    public async Task A_busy_provider_says_until_when_it_is_busy(string header, int? seconds) => Assert.Equal(
        new SendOutcome.Refused(seconds is { } wait ? TimeSpan.FromSeconds(wait) : null),
        await AnsweredAsync($"HTTP/1.1 429 Too Many Requests\r\n{header}\r\nContent-Length: 0\r\n\r\n"));

    [Fact]
    public async Task A_reason_names_the_fields_and_never_the_person() => Assert.Equal(
        new SendOutcome.RefusedForGood("400 (personalizations.0.to, subject)"),
        await AnsweredAsync(400, """
            {"errors":[
              {"message":"ada@example.com is included more than once","field":"personalizations.0.to","help":null},
              {"message":"ada@example.com again","field":"personalizations.0.to"},
              {"message":"no","field":"subject"},
              {"message":"no","field":"ada@example.com"},
              {"message":"no","field":null},
              7]}
            """));

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"errors":{"field":"from"}}""")]
    public async Task An_error_of_another_shape_is_still_an_error(string body) =>
        Assert.Equal(new SendOutcome.RefusedForGood("400"), await AnsweredAsync(400, body));

    [Fact]
    public async Task A_fault_of_the_sender_alone_is_a_wrong_setting() => Assert.Equal(
        new SendOutcome.Misconfigured("400 (from.email)"),
        await AnsweredAsync(400, """{"errors":[{"message":"bad","field":"from.email"}]}"""));

    [Fact]
    public async Task What_became_of_a_mail_cannot_be_asked()
    {
        var outcomes = ServicesFor("http://127.0.0.1:9").GetRequiredService<IEmailOutcomeSource>();

        Assert.IsType<SendOutcome.Unknown>(await outcomes.AskAsync("s-1", CancellationToken.None));
    }
}
