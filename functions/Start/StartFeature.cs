using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace LeadFunctions.Start;

public static class StartFeature
{
    /// <summary>Adds <see cref="FirstAnswer"/>, unless it is there.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="moment">How long nobody has to come; null for <see cref="FirstAnswer.Moment"/>.</param>
    public static IServiceCollection AddFirstAnswer(this IServiceCollection services, TimeSpan? moment = null)
    {
        services.TryAddSingleton(_ => new FirstAnswer(moment ?? FirstAnswer.Moment));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, FirstAnswer>(provider => provider.GetRequiredService<FirstAnswer>()));
        return services;
    }

    /// <summary>Adds a service of the background that starts, and is made, when nobody waits for the start any more.</summary>
    public static IServiceCollection AddAfterFirstAnswer<T>(this IServiceCollection services)
        where T : class, IHostedService
    {
        services.TryAddSingleton<T>();
        return services.AddFirstAnswer().AddSingleton<IHostedService, AfterFirstAnswer<T>>();
    }
}
