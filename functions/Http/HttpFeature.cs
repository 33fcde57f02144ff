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

        // Pages are rendered whole and for nobody's circuit. The worker brings MVC, and with it a manager that nobody initialises: a form without an
        // address of its own would ask it, and fail.
        services.RemoveAll<NavigationManager>();
        return services
            .AddSingleton<IValidateOptions<CorsOptions>, CorsOptionsValidator>()
            .AddSingleton<CrossOrigin>()
            .AddSingleton(NetworkTime.Real)
            .AddSingleton<SiteStyle>()
            .AddSingleton<PageRenderer>();
    }
}
