using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Desk;

public static class DeskFeature
{
    /// <summary>Adds what everything that shows leads to staff shares. Needs the clinic and its concerns.</summary>
    public static IServiceCollection AddDesk(this IServiceCollection services) => services
        .AddSingleton<AnswerClock>()
        .AddSingleton<FirstResponses>()
        .AddSingleton<LeadListReader>();
}
