using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SendGrid;

namespace LeadFunctions.Email;

/// <summary>Registers <see cref="IEmailSender"/>.</summary>
public static class EmailFeature
{
    // The provider closes idle connections by itself; one that it closed while we write to it would leave the mail's fate unknown.
    private static readonly TimeSpan IdleConnectionLifetime = TimeSpan.FromSeconds(15);

    // Long enough for a batch to share connections, short enough to follow the provider's addresses.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>Adds the sender of mails; needs a <see cref="TimeProvider"/>. Settings are checked when the app starts.</summary>
    public static IServiceCollection AddEmail(this IServiceCollection services)
    {
        services.AddOptions<EmailOptions>().BindConfiguration(EmailOptions.Section).ValidateOnStart();
        services.AddOptions<SendGridOptions>().BindConfiguration(SendGridOptions.Section).ValidateOnStart();

        return services
            .AddSingleton<IValidateOptions<EmailOptions>, EmailOptionsValidator>()
            .AddSingleton<IValidateOptions<SendGridOptions>, SendGridOptionsValidator>()
            .AddKeyedSingleton(SendGridOptions.Section, (provider, _) => CreateHttpClient(
                new Uri(provider.GetRequiredService<IOptions<SendGridOptions>>().Value.BaseUrl),
                provider.GetRequiredService<IOptions<EmailOptions>>().Value))
            .AddSingleton(CreateClient)
            .AddSingleton<IEmailSender, SendGridEmailSender>()
            .AddSingleton<SendGridSignature>()
            .AddSingleton<MailRenderer>()
            .AddSingleton<MailTemplateCatalogue>();
    }

    private static ISendGridClient CreateClient(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<SendGridOptions>>().Value;

        return new SendGridClient(
            provider.GetRequiredKeyedService<HttpClient>(SendGridOptions.Section),
            new SendGridClientOptions { ApiKey = options.ApiKey, Host = options.BaseUrl });
    }

    /// <summary>Never follows a redirect and never tries again; the sender keeps the time.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The container disposes the client, and the client its handlers.")]
    private static HttpClient CreateHttpClient(Uri address, EmailOptions options)
    {
        var transport = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectTimeout = options.ConnectTimeout,
            PooledConnectionIdleTimeout = IdleConnectionLifetime,
            PooledConnectionLifetime = ConnectionLifetime,
            UseCookies = false,
            UseProxy = !address.IsLoopback,
        };

        return new HttpClient(new SendGridHandler(transport)) { Timeout = Timeout.InfiniteTimeSpan };
    }
}
