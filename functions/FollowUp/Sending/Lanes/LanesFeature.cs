using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.FollowUp;

public static class LanesFeature
{
    public static IServiceCollection AddLanes(this IServiceCollection services) =>
        services
            .AddSingleton<SendPace>()
            .AddSingleton<GatheredMoves>()
            .AddSingleton<WorkReading>()
            .AddSingleton<MailClaims>()
            .AddSingleton<MailDelivery>()
            .AddSingleton<Lane>();
}
