using LeadFunctions.Start;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace LeadFunctions.Clinic;

internal static class ContentFeature
{
    /// <summary>Adds a part of the content: it is read when it is asked for, and the start is not over before it and all others have been checked.</summary>
    public static IServiceCollection AddContent<T>(this IServiceCollection services, Func<ContentReading, T> read)
        where T : class
    {
        services.TryAddSingleton<Content>();
        services.AddFirstAnswer().TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, ContentAtStart>());
        services.AddSingleton(new ContentPart(typeof(T), read));
        services.TryAddSingleton(provider => provider.GetRequiredService<Content>().Part<T>());
        return services;
    }
}
