using Azure.Core.Pipeline;
using Azure.Identity;
using LeadFunctions.Clinic;
using LeadFunctions.Network;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SendGrid;

namespace LeadFunctions.Email;

/// <summary>Registers <see cref="IEmailSender"/> and <see cref="IEmailOutcomeSource"/>: those of the provider that the settings name.</summary>
public static class EmailFeature
{
    // The provider closes idle connections by itself; one that it closed while we write to it would leave the mail's fate unknown.
    private static readonly TimeSpan IdleConnectionLifetime = TimeSpan.FromSeconds(15);

    /// <summary>Adds the sender of mails; needs a <see cref="TimeProvider"/>, and a <see cref="ClinicProfile"/> where <c>Email__From</c> is empty. Settings are checked when the app starts.</summary>
    public static IServiceCollection AddEmail(this IServiceCollection services)
    {
        services.AddOptions<EmailOptions>().BindConfiguration(EmailOptions.Section).ValidateOnStart();
        services.AddOptions<SendGridOptions>().BindConfiguration(SendGridOptions.Section).ValidateOnStart();
        services.AddOptions<AcsOptions>().BindConfiguration(AcsOptions.Section).ValidateOnStart();

        return services
            .AddSingleton<IValidateOptions<EmailOptions>, EmailOptionsValidator>()
            .AddSingleton<IValidateOptions<SendGridOptions>, SendGridOptionsValidator>()
            .AddSingleton<IValidateOptions<AcsOptions>, AcsOptionsValidator>()
            .AddKeyedSingleton(SendGridOptions.Section, (provider, _) => ClientFor(provider, new(Value<SendGridOptions>(provider).BaseUrl)))
            .AddKeyedSingleton(AcsOptions.Section, (provider, _) => ClientFor(provider, AcsAccount.Of(Value<AcsOptions>(provider))!.Endpoint))
            .AddSingleton(CreateSendGridClient)
            .AddKeyedSingleton(AcsOptions.Section, (provider, _) => CreateAcsPipeline(provider))
            .AddSingleton(SenderOf)
            .AddSingleton<SendGridEmailSender>()
            .AddSingleton<AcsEmailSender>()
            .AddSingleton<IEmailSender>(provider => IsAcs(provider)
                ? provider.GetRequiredService<AcsEmailSender>()
                : provider.GetRequiredService<SendGridEmailSender>())
            .AddSingleton<IEmailOutcomeSource>(provider => IsAcs(provider) ? provider.GetRequiredService<AcsEmailSender>() : new NoOutcomeSource())
            .AddSingleton<SendGridSignature>()
            .AddSingleton<AcsEventSecret>()
            .AddSingleton<DeliveryReports>()
            .AddSingleton<MailRenderer>()
            .AddSingleton<MailTemplateCatalogue>();
    }

    // The clinic's content says who writes; a setting may say otherwise, as where another address is verified. It is asked for with the first mail: a start
    // needs no content.
    private static MailSender SenderOf(IServiceProvider provider) => Value<EmailOptions>(provider) is { From: { Length: > 0 } from } own
        ? new(own.FromName, from, own.ReplyTo)
        : provider.GetRequiredService<ClinicProfile>().Mail;

    private static bool IsAcs(IServiceProvider provider) => Value<EmailOptions>(provider).Provider == EmailOptions.AzureCommunication;

    private static ISendGridClient CreateSendGridClient(IServiceProvider provider)
    {
        var options = Value<SendGridOptions>(provider);
        return new SendGridClient(
            provider.GetRequiredKeyedService<HttpClient>(SendGridOptions.Section),
            new SendGridClientOptions { ApiKey = options.ApiKey, Host = options.BaseUrl });
    }

    private static HttpPipeline CreateAcsPipeline(IServiceProvider provider) => AcsPipeline.Create(
        AcsAccount.Of(Value<AcsOptions>(provider))!,
        new DefaultAzureCredential(),
        provider.GetRequiredKeyedService<HttpClient>(AcsOptions.Section),
        provider.GetRequiredService<TimeProvider>());

    /// <summary>Never follows a redirect and never tries again; the sender keeps the time.</summary>
    private static HttpClient ClientFor(IServiceProvider provider, Uri address)
    {
        var connectTimeout = Value<EmailOptions>(provider).ConnectTimeout;
        return OutgoingHttp.ClientFor(
            () => address,
            connections =>
            {
                connections.ConnectTimeout = connectTimeout;
                connections.PooledConnectionIdleTimeout = IdleConnectionLifetime;
                connections.UseProxy = !address.IsLoopback;
            },
            around: connections => new MailHandler(connections));
    }

    private static TOptions Value<TOptions>(IServiceProvider provider)
        where TOptions : class => provider.GetRequiredService<IOptions<TOptions>>().Value;
}
