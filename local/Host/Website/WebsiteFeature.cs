using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Local.Website;

/// <summary>Registers the clinic's website at <c>/</c>.</summary>
internal static class WebsiteFeature
{
    public static IServiceCollection AddWebsite(this IServiceCollection services) => services.AddSingleton<ILocalRoutes, WebsiteRoutes>();
}
