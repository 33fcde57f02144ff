using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Health;

public static class HealthFeature
{
    /// <summary>Adds what tells how the app is: to a monitor outside, and to the engineer.</summary>
    public static IServiceCollection AddHealth(this IServiceCollection services) => services
        .AddSingleton<SecondAccountLook>()
        .AddSingleton<HealthReading>()
        .AddSingleton<ReadinessHandler>()
        .AddSingleton<RunningVersions>()
        .AddSingleton<SettingCatalogue>()
        .AddSingleton<SystemReading>()
        .AddSingleton<SystemEndpoint>();
}
