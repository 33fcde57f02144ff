using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Webhooks;

public static class WebhooksFeature
{
    /// <summary>Adds what tells the clinic's own systems of leads, and the page on which admins see how that goes.</summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        services.AddOptions<WebhooksOptions>().BindConfiguration(WebhooksOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<WebhooksOptions>, WebhooksOptionsValidator>()
            .AddSingleton<WebhookEndpoints>()
            .AddSingleton<WebhookClients>()
            .AddSingleton<WebhookSender>()
            .AddSingleton<WebhookWriting>()
            .AddSingleton<WebhookDelivery>()
            .AddSingleton<WebhooksHandler>()
            .AddSingleton<WebhookDesk>()
            .AddSingleton<WebhookReading>()
            .AddSingleton<WebhookDeskEndpoint>();
    }
}
