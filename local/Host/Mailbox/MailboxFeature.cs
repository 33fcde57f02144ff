using LeadFunctions.Email;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Local.Mailbox;

/// <summary>Registers the mailbox: the mail provider's far end on this machine.</summary>
public static class MailboxFeature
{
    /// <summary>
    /// Adds the <see cref="Mailbox"/> and its routes; needs a <see cref="TimeProvider"/>. The app finds it at the setting
    /// <c>SendGrid__BaseUrl</c> = <c>http://127.0.0.1:{port}/local/sendgrid</c>, or, where <c>Email__Provider</c> is
    /// <c>AzureCommunication</c>, at <c>Acs__ConnectionString</c> = <see cref="AcsConnectionString"/>.
    /// </summary>
    public static IServiceCollection AddMailbox(this IServiceCollection services, MailboxOptions options) => services
        .AddSingleton(options)
        .AddSingleton<Mailbox>()
        .AddSingleton(_ => options.WebhookKey ?? WebhookKey.Open(options.DataDirectory))

        // Made when somebody first asks for it: cryptography is slow to load.
        .AddSingleton(services => new Lazy<WebhookKey>(services.GetRequiredService<WebhookKey>))
        .AddSingleton<ILocalRoutes, MailSendRoute>()
        .AddSingleton<ILocalRoutes, AcsRoutes>()
        .AddSingleton<ILocalRoutes, MailboxRoutes>()
        .AddSingleton<ILocalRoutes, ModeRoutes>()
        .AddSingleton<ILocalRoutes, EventRoute>()
        .AddSingleton<ILocalRoutes, EvidenceRoute>();

    /// <summary>What names the mailbox as a resource of Azure Communication Services.</summary>
    internal static string AcsConnectionString(Uri baseAddress) =>
        $"endpoint={new Uri(baseAddress, "local/acs").AbsoluteUri};accesskey={AcsSignature.Key}";

    /// <summary>The app trusts the events that the mailbox signs or tells with its secret, where the settings name no other.</summary>
    internal static IServiceCollection AddWebhookKey(this IServiceCollection services)
    {
        services.AddOptions<AcsOptions>().PostConfigure(static options =>
        {
            if (options.EventSecrets.Count == 0)
            {
                options.EventSecrets.Add(AcsEvent.Secret);
            }
        });
        services.AddOptions<SendGridOptions>().PostConfigure<Lazy<WebhookKey>>(static (options, key) =>
        {
            if (options.WebhookPublicKeys.Count == 0)
            {
                options.WebhookPublicKeys.Add(key.Value.PublicKey);
            }
        });
        return services;
    }
}
