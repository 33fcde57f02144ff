using LeadFunctions.Leads;
using LeadFunctions.Webhooks;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Tests.Webhooks;

/// <summary>A setting that cannot work stops the start and says what it should be, and never repeats an address or a secret.</summary>
public sealed class WebhooksOptionsTests
{
    [Fact]
    public void Nobody_need_be_told() => Assert.True(Validate(new() { Schedule = "15 * * * * *" }).Succeeded);

    [Fact]
    public void An_endpoint_with_a_name_an_address_and_a_secret_holds() => Assert.Empty(Problems(endpoint => { }));

    [Theory]
    [InlineData("http://hooks.example.com/in")]
    [InlineData("https://user:pass@hooks.example.com/in")]
    [InlineData("https://hooks.example.com/in#part")]
    [InlineData("https://127.0.0.1/in")]
    [InlineData("https://localhost/in")]
    [InlineData("https://[::1]/in")]
    [InlineData("ftp://hooks.example.com/in")]
    [InlineData("hooks.example.com")]
    [InlineData("")]
    public void An_address_that_is_not_safe_is_refused(string url) =>
        Assert.StartsWith("Webhooks__Endpoints__0__Url should be an https address", Assert.Single(Problems(endpoint => endpoint.Url = url)), StringComparison.Ordinal);

    [Theory]
    [InlineData("http://127.0.0.1:9000/in", true)]
    [InlineData("https://localhost/in", true)]
    [InlineData("http://hooks.example.com/in", false)]
    public void On_a_laptop_an_endpoint_may_be_on_it_too(string url, bool holds) =>
        Assert.Equal(holds, Problems(endpoint => endpoint.Url = url, publicBaseUrl: "http://127.0.0.1:7071").Count == 0);

    [Theory]
    [InlineData("https://hooks.example.com/in", true)]
    [InlineData("https://HOOKS.example.com:8443/in", true)]
    [InlineData("https://hooks.example.com.evil.example/in", false)]
    [InlineData("https://evil.example/?hooks.example.com", false)]
    public void Where_hosts_are_listed_an_endpoint_must_be_on_the_list(string url, bool holds) =>
        Assert.Equal(holds ? [] : ["Webhooks__Endpoints__0__Url should be at one of Webhooks__Hosts."], Problems(endpoint => endpoint.Url = url, hosts: ["hooks.example.com"]));

    [Theory]
    [InlineData("Endpoints__0__Name should be", "Bad Name")]
    [InlineData("Endpoints__0__Name should be", "")]
    public void A_name_is_needed(string expected, string name) => Assert.Contains(expected, Assert.Single(Problems(endpoint => endpoint.Name = name)), StringComparison.Ordinal);

    [Fact]
    public void A_secret_is_needed_and_an_event_must_be_one_that_there_is()
    {
        Assert.StartsWith("Webhooks__Endpoints__0__Secrets__0 should be whsec_", Assert.Single(Problems(endpoint => endpoint.Secrets.Clear())), StringComparison.Ordinal);
        Assert.StartsWith("Webhooks__Endpoints__0__Secrets__0 should be whsec_", Assert.Single(Problems(endpoint => endpoint.Secrets.Add("short"))), StringComparison.Ordinal);
        Assert.Equal(
            "Webhooks__Endpoints__0__Events__0 should be one of lead.captured, lead.status_changed, lead.booked.",
            Assert.Single(Problems(endpoint => endpoint.Events.Add("lead.erased"))));
        Assert.Contains("Key Vault", Assert.Single(Problems(endpoint => endpoint.Secrets[0] = "@Microsoft.KeyVault(SecretUri=x)")), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_endpoints_have_two_names()
    {
        var options = new WebhooksOptions { Schedule = "15 * * * * *", Endpoints = { AnEndpoint(), AnEndpoint() } };

        Assert.Contains("Webhooks__Endpoints should each have a name of its own.", Validate(options).FailureMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "00:00:15", "Webhooks__Schedule")]
    [InlineData("15 * * * * *", "00:05:00", "Webhooks__Timeout")]
    public void The_rest_is_checked_too(string schedule, string timeout, string setting) => Assert.StartsWith(
        setting,
        Validate(new() { Schedule = schedule, Timeout = TimeSpan.Parse(timeout, System.Globalization.CultureInfo.InvariantCulture) }).FailureMessage,
        StringComparison.Ordinal);

    private static WebhookEndpointOptions AnEndpoint() => new() { Name = "scheduling", Url = "https://hooks.example.com/in?token=secret", Secrets = { WebhookStage.Secret } };

    private static List<string> Problems(Action<WebhookEndpointOptions> change, string publicBaseUrl = "https://requests.example.com", params IEnumerable<string> hosts)
    {
        var endpoint = AnEndpoint();
        change(endpoint);
        var options = new WebhooksOptions { Schedule = "15 * * * * *", Endpoints = { endpoint } };
        foreach (var host in hosts)
        {
            options.Hosts.Add(host);
        }

        var problems = Validate(options, publicBaseUrl).Failures?.ToList() ?? [];
        Assert.All(problems, problem => Assert.DoesNotContain("token", problem, StringComparison.Ordinal));
        return problems;
    }

    private static ValidateOptionsResult Validate(WebhooksOptions options, string publicBaseUrl = "https://requests.example.com") =>
        new WebhooksOptionsValidator(Options.Create(new LeadsOptions { PublicBaseUrl = publicBaseUrl })).Validate(null, options);
}
