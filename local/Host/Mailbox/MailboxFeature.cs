using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Local.Mailbox;

/// <summary>Registers the mailbox: the mail provider's far end on this machine.</summary>
public static class MailboxFeature
{
    /// <summary>
    /// Adds the <see cref="Mailbox"/> and its routes; needs a <see cref="TimeProvider"/>. The app finds it at the setting
    /// <c>SendGrid__BaseUrl</c> = <c>http://127.0.0.1:{port}/local/sendgrid</c>.
    /// </summary>
    public static IServiceCollection AddMailbox(this IServiceCollection services, MailboxOptions options) => services
        .AddSingleton(options)
        .AddSingleton<Mailbox>()
        .AddSingleton(_ => options.WebhookKey ?? WebhookKey.Open(options.DataDirectory))

        // Made when the first event is signed: cryptography is slow to load.
        .AddSingleton(services => new Lazy<WebhookKey>(services.GetRequiredService<WebhookKey>))
        .AddSingleton<ILocalRoutes, MailSendRoute>()
        .AddSingleton<ILocalRoutes, MailboxRoutes>()
        .AddSingleton<ILocalRoutes, ModeRoutes>()
        .AddSingleton<ILocalRoutes, EventRoute>();
}
