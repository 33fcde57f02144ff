using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Local.Preview;

/// <summary>Registers the previews of mails at <c>/local/preview</c>.</summary>
internal static class PreviewFeature
{
    public static IServiceCollection AddPreview(this IServiceCollection services) => services.AddSingleton<ILocalRoutes, PreviewRoutes>();
}
