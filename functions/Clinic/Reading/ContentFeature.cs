using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace LeadFunctions.Clinic;

internal static class ContentFeature
{
    /// <summary>Adds a part of the content: it is read and checked at start, together with all others.</summary>
    public static IServiceCollection AddContent<T>(this IServiceCollection services, Func<ContentReading, T> read)
        where T : class
    {
        services.TryAddSingleton<Content>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, ContentAtStart>());
        services.AddSingleton(new ContentPart(typeof(T), read));
        services.TryAddSingleton(provider => provider.GetRequiredService<Content>().Part<T>());
        return services;
    }

    /// <summary>Begins to read all content that was added, beside what else puts the app together. Without this it begins when the first part is asked for, or at start.</summary>
    public static IServiceCollection BeginReadingContent(this IServiceCollection services, IConfiguration settings)
    {
        var parts = services.Where(service => service.ServiceType == typeof(ContentPart)).Select(service => (ContentPart)service.ImplementationInstance!);
        return services.Replace(ServiceDescriptor.Singleton(new Content(parts, settings)));
    }
}
