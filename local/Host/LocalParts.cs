using LeadFunctions.Local.Clock;
using LeadFunctions.Local.Timers;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Local;

/// <summary>What the local host has and Azure has not.</summary>
internal static class LocalParts
{
    /// <summary>Adds every part, one line each.</summary>
    public static IServiceCollection AddLocalParts(this IServiceCollection services) =>
        services
            .AddSingleton<ILocalRoutes, ClockRoutes>()
            .AddSingleton<ILocalRoutes, AdminRoutes>();

    /// <summary>Settings that follow from where this host listens. Files, the environment and the caller win over them.</summary>
    public static IReadOnlyDictionary<string, string?> DefaultSettings(Uri baseAddress) => new Dictionary<string, string?>
    {
        ["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated",
        ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true",
        ["Leads:PublicBaseUrl"] = baseAddress.GetLeftPart(UriPartial.Authority),
    };
}
