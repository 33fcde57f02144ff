using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Access;

public static class AccessFeature
{
    /// <summary>Adds the gate before every function, and what pages for staff are made with. Asks no network before somebody comes to it.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddOptions<EntraOptions>().BindConfiguration(EntraOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<EntraOptions>, EntraOptionsValidator>()
            .AddSingleton<EntraDocuments>()
            .AddSingleton<EntraTokens>()
            .AddSingleton<SessionKeys>()
            .AddSingleton<SessionCookie>()
            .AddSingleton<StaffCookies>()
            .AddSingleton<EndedSessionsCache>()
            .AddSingleton<StaffSessions>()
            .AddSingleton<AntiForgeryTokens>()
            .AddSingleton<OwnOrigin>()
            .AddSingleton<GateAnswers>()
            .AddSingleton<Gate>();
    }
}
