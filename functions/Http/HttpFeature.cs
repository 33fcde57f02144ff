using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Http;

public static class HttpFeature
{
    /// <summary>Adds what all pages are made with. Needs the clinic, whose name they bear.</summary>
    public static IServiceCollection AddHttp(this IServiceCollection services) => services
        .AddSingleton(NetworkTime.Real)
        .AddSingleton<SiteStyle>()
        .AddSingleton<PageRenderer>();
}
