using LeadFunctions.Clinic;
using LeadFunctions.Email;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Tests.Email;

public sealed class EmailOptionsTests
{
    private static EmailOptions Email => new() { From = "hello@clinic.example" };

    private static SendGridOptions Account => new() { ApiKey = "SG.test" };

    [Fact]
    public void An_address_and_a_key_are_enough_to_start()
    {
        Assert.True(new EmailOptionsValidator().Validate(null, Email).Succeeded);
        Assert.True(new SendGridOptionsValidator(Settings()).Validate(null, Account).Succeeded);
    }

    [Fact]
    public void A_wrong_setting_stops_the_start()
    {
        var settings = new Dictionary<string, string?> { ["Email:From"] = "hello@clinic.example", ["SendGrid:ApiKey"] = "" };
        using var app = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddEmail()
            .BuildServiceProvider();

        var exception = Assert.Throws<OptionsValidationException>(() => app.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("SendGrid__ApiKey", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Mails_come_from_the_address_of_the_settings_or_else_from_that_of_the_clinic()
    {
        using var told = AppWith(from: "mail@other.example");
        using var untold = AppWith(from: "");

        Assert.Equal(new("Other", "mail@other.example", ""), told.GetRequiredService<MailSender>());
        Assert.Equal(untold.GetRequiredService<ClinicProfile>().Mail, untold.GetRequiredService<MailSender>());

        static ServiceProvider AppWith(string from) => new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder()
                .AddInMemoryCollection([new("Email:From", from), new("Email:FromName", "Other"), new("SendGrid:ApiKey", "SG.test")])
                .Build())
            .AddClinic()
            .AddEmail()
            .BuildServiceProvider();
    }

    [Fact]
    public void Every_wrong_setting_is_named_the_way_it_is_written()
    {
        var wrong = new EmailOptions
        {
            Provider = "Pigeon",
            From = "Clinic <hello@clinic.example>",
            FromName = "Clinic\nBcc: x",
            ReplyTo = "nowhere",
            Timeout = TimeSpan.FromHours(1),
            ConnectTimeout = TimeSpan.FromHours(2),
        };

        var failures = new EmailOptionsValidator().Validate(null, wrong).Failures!.ToList();

        Assert.Equal(
            ["Email__Provider", "Email__From", "Email__FromName", "Email__ReplyTo", "Email__ConnectTimeout", "Email__Timeout"],
            failures.Select(failure => failure.Split(' ')[0]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("SG.a b")]
    [InlineData("SG.a\n")]
    public void A_missing_or_torn_key_is_named(string key) =>
        Assert.StartsWith("SendGrid__ApiKey should be an API key", FailureOf(Account, account => account.ApiKey = key), StringComparison.Ordinal);

    [Fact]
    public void A_reference_to_a_secret_that_nobody_resolved_is_not_taken_for_the_key()
    {
        var failure = FailureOf(Account, account => account.ApiKey = "@Microsoft.KeyVault(SecretUri=https://vault.example/secrets/key)");

        Assert.StartsWith("SendGrid__ApiKey is a Key Vault reference that was not resolved", failure, StringComparison.Ordinal);
        Assert.DoesNotContain("vault.example", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_of_the_other_provider_are_not_asked_for()
    {
        Assert.True(new SendGridOptionsValidator(Settings("AzureCommunication")).Validate(null, new()).Succeeded);
        Assert.True(new AcsOptionsValidator(Settings()).Validate(null, new()).Succeeded);
    }

    [Theory]
    [InlineData("https://clinic.unitedstates.communication.azure.com", "", null)]
    [InlineData("", "endpoint=https://clinic.unitedstates.communication.azure.com/;accesskey=a2V5", null)]
    [InlineData("", "AccessKey=a2V5 ; Endpoint=http://127.0.0.1:7071/local/acs", null)]
    [InlineData("https://clinic.unitedstates.communication.azure.com", "endpoint=nonsense", null)]
    [InlineData("", "", "Acs__Endpoint or Acs__ConnectionString should name the resource")]
    [InlineData("http://127.0.0.1:7071/local/acs", "", "Acs__Endpoint should be the https address")]
    [InlineData("clinic", "", "Acs__Endpoint should be the https address")]
    [InlineData("", "endpoint=http://clinic.example;accesskey=a2V5", "Acs__ConnectionString should be endpoint=")]
    [InlineData("", "endpoint=https://clinic.example?x=1;accesskey=a2V5", "Acs__ConnectionString should be endpoint=")]
    [InlineData("", "endpoint=https://clinic.example", "Acs__ConnectionString should be endpoint=")]
    [InlineData("", "endpoint=https://clinic.example;accesskey=not base64!", "Acs__ConnectionString should be endpoint=")]
    [InlineData("@Microsoft.KeyVault(x)", "", "Acs__Endpoint is a Key Vault reference that was not resolved")]
    [InlineData("", "@Microsoft.KeyVault(x)", "Acs__ConnectionString is a Key Vault reference that was not resolved")]
    public void A_resource_is_named_by_its_address_or_by_a_connection_string(string endpoint, string connection, string? failure)
    {
        var result = new AcsOptionsValidator(Settings("AzureCommunication")).Validate(null, new() { Endpoint = endpoint, ConnectionString = connection });

        Assert.Equal(failure is null, result.Succeeded);
        Assert.StartsWith(failure ?? "", result.FailureMessage ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://api.eu.sendgrid.com", true)]
    [InlineData("https://api.sendgrid.com/", true)]
    [InlineData("http://127.0.0.1:7071/local/sendgrid", true)]
    [InlineData("http://localhost:7071/local/sendgrid", true)]
    [InlineData("http://[::1]:7071", true)]
    [InlineData("http://api.sendgrid.com", false)]
    [InlineData("http://127.0.0.1.example.com", false)]
    [InlineData("https://user@api.sendgrid.com", false)]
    [InlineData("https://api.sendgrid.com?x=1", false)]
    [InlineData("file:///etc", false)]
    [InlineData("/local", false)]
    [InlineData("", false)]
    public void The_key_travels_encrypted_unless_it_stays_on_this_machine(string address, bool isFine)
    {
        var result = new SendGridOptionsValidator(Settings()).Validate(null, new SendGridOptions { ApiKey = "SG.test", BaseUrl = address });

        Assert.Equal(isFine, result.Succeeded);
        Assert.All(result.Failures ?? [], failure => Assert.StartsWith("SendGrid__BaseUrl", failure, StringComparison.Ordinal));
    }

    private static IConfiguration Settings(string provider = EmailOptions.SendGrid) =>
        new ConfigurationBuilder().AddInMemoryCollection([new("Email:Provider", provider)]).Build();

    private static string FailureOf(SendGridOptions account, Action<SendGridOptions> change)
    {
        change(account);
        return Assert.Single(new SendGridOptionsValidator(Settings()).Validate(null, account).Failures!);
    }
}
