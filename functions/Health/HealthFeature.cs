using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Health;

public static class HealthFeature
{
    public static IServiceCollection AddHealth(this IServiceCollection services) => services.AddSingleton<ReadinessHandler>();
}
