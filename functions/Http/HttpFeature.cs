using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Http;

public static class HttpFeature
{
    /// <summary>Adds what all pages are made with, and who else may read our answers. Needs the clinic, whose name pages bear.</summary>
    public static IServiceCollection AddHttp(this IServiceCollection services)
    {
        services.AddOptions<CorsOptions>().BindConfiguration(CorsOptions.Section).ValidateOnStart();

        services.RemoveAll<NavigationManager>();
        return services
            .AddSingleton<NavigationManager, PageAddress>()
            .AddSingleton<IValidateOptions<CorsOptions>, CorsOptionsValidator>()
            .AddSingleton<CrossOrigin>()
            .AddSingleton(NetworkTime.Real)
            .AddSingleton<SiteStyle>()
            .AddSingleton<PageRenderer>();
    }
}
