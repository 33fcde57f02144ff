using Azure.Data.Tables;
using LeadFunctions.Clinic;
using LeadFunctions.Email;
using LeadFunctions.Network;
using LeadFunctions.Tests.Email;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Tests.Network;

/// <summary>No request of the app goes to a host that no setting names, whatever made up the address.</summary>
public sealed class OneHostTests
{
    [Theory]
    [InlineData("https://api.example.com/v3/mail/send?x=1", true)]
    [InlineData("HTTPS://API.EXAMPLE.COM:443/", true)]
    [InlineData("http://api.example.com/", false)]
    [InlineData("https://api.example.com:8443/", false)]
    [InlineData("https://api.example.com.evil.example/", false)]
    [InlineData("https://evil.example/?https://api.example.com/", false)]
    [InlineData("https://api.example.com@evil.example/", false)]
    [InlineData("http://169.254.169.254/metadata/instance", false)]
    [InlineData("http://127.0.0.1/", false)]
    [InlineData("https://[::1]/", false)]
    public async Task Only_the_one_host_is_reached(string address, bool isLetThrough)
    {
        using var far = new FarEnd();
        using var client = new HttpClient(new OneHostHandler(() => new("https://api.example.com/base"), far));

        if (isLetThrough)
        {
            using var answer = await client.GetAsync(new Uri(address));
        }
        else
        {
            await Assert.ThrowsAsync<ForbiddenHostException>(() => client.GetAsync(new Uri(address)));
            Assert.Throws<ForbiddenHostException>(() => client.Send(new HttpRequestMessage(HttpMethod.Get, address)));
        }

        Assert.Equal(isLetThrough ? 1 : 0, far.Asked);
    }

    [Theory]
    [InlineData("SendGrid")]
    [InlineData("Acs")]
    [InlineData("Turnstile")]
    public async Task Every_client_of_the_app_is_held_to_its_own_host_and_follows_no_redirect(string client)
    {
        await using var elsewhere = LoopbackProvider.Answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        await using var own = LoopbackProvider.Answering($"HTTP/1.1 307 Temporary Redirect\r\nLocation: http://127.0.0.1:{elsewhere.Port}/\r\nContent-Length: 0\r\n\r\n");
        await using var app = new TestApp(settings:
        [
            ("SendGrid:BaseUrl", $"http://127.0.0.1:{own.Port}"),
            ("Acs:ConnectionString", $"endpoint=http://127.0.0.1:{own.Port};accesskey=a2V5"),
            ("Turnstile:VerifyUrl", $"http://127.0.0.1:{own.Port}/siteverify"),
        ]);
        var http = app.Get<IServiceProvider>().GetRequiredKeyedService<HttpClient>(client);

        using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{own.Port}/"));
        await Assert.ThrowsAsync<ForbiddenHostException>(() => http.GetAsync(new Uri($"http://127.0.0.1:{elsewhere.Port}/")));

        Assert.Equal(307, (int)answer.StatusCode);
        Assert.Equal(1, own.Requests);
        Assert.Equal(0, elsewhere.Requests);
    }

    [Fact]
    public async Task Storage_is_reached_at_its_account_and_nowhere_else()
    {
        await using var account = LoopbackProvider.Answering("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        await using var app = new TestApp(settings:
            [("Leads:Storage", $"DefaultEndpointsProtocol=http;AccountName=clinic;AccountKey=a2V5;TableEndpoint=http://127.0.0.1:{account.Port}/clinic")]);
        var table = app.Get<TableClient>();

        await Assert.ThrowsAsync<Azure.RequestFailedException>(() => table.GetEntityAsync<TableEntity>("a00", "x"));

        Assert.NotEqual(0, account.Requests);
    }

    [Fact]
    public async Task A_provider_that_is_asked_for_at_another_host_is_a_wrong_setting()
    {
        using var http = OutgoingHttp.ClientFor(() => new("https://other.example"), around: connections => new MailHandler(connections));
        var options = new AcsOptions { ConnectionString = "endpoint=http://127.0.0.1:9;accesskey=a2V5" };
        var sender = new AcsEmailSender(
            AcsPipeline.Create(AcsAccount.Of(options)!, new Azure.Identity.DefaultAzureCredential(), http, TimeProvider.System),
            Options.Create(options),
            Options.Create(new EmailOptions()),
            new MailSender("", "hello@clinic.example", ""),
            TimeProvider.System,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<AcsEmailSender>.Instance);

        var outcome = await sender.SendAsync(new() { SendId = "s-1", To = ["ada@example.com"], Subject = "s", Text = "t", Html = "h" }, CancellationToken.None);

        Assert.IsType<SendOutcome.Misconfigured>(outcome);
    }

    private sealed class FarEnd : HttpMessageHandler
    {
        public int Asked { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked++;
            return Task.FromResult(new HttpResponseMessage());
        }

        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked++;
            return new();
        }
    }
}
