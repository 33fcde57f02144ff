using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.LeadsApi;

public static class LeadsApiFeature
{
    public static IServiceCollection AddLeadsApi(this IServiceCollection services) => services
        .AddSingleton<LeadAnswers>()
        .AddSingleton<LeadFiles>()
        .AddSingleton<LeadListEndpoint>()
        .AddSingleton<LeadEndpoint>();
}
