using LeadFunctions.Clinic;
using LeadFunctions.Http;
using LeadFunctions.Start;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Events;

public static class EventsFeature
{
    /// <summary>Adds the webhook of the mail provider and the links in our mails: both tell what came of a mail.</summary>
    public static IServiceCollection AddEvents(this IServiceCollection services)
    {
        services.AddOptions<ProxyOptions>().BindConfiguration(ProxyOptions.Section);
        return services
            .AddScanners()
            .AddSingleton<EventReader>()
            .AddSingleton<AcsEventReader>()
            .AddSingleton<AcsEventsEndpoint>()
            .AddSingleton<ProviderHeard>()
            .AddSingleton<EventSuppressions>()
            .AddSingleton<EmailEventsHandler>()
            .AddSingleton<EmailEventsEndpoint>()
            .AddSingleton<LinkReading>()
            .AddSingleton<ArticleLinkHandler>()
            .AddSingleton<ArticleLinkEndpoint>()
            .AddAfterFirstAnswer<ClickRecorder>();
    }

    /// <summary>Adds <see cref="ScannerCatalogue"/>. Needs the clinic's content.</summary>
    public static IServiceCollection AddScanners(this IServiceCollection services) => services.AddContent(ScannerReader.Read);
}
