using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Privacy;

public static class PrivacyFeature
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services) => services
        .AddSingleton<UnsubscribeHandler>()
        .AddSingleton<UnsubscribePages>();
}
