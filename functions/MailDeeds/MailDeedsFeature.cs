using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.MailDeeds;

public static class MailDeedsFeature
{
    /// <summary>Adds what staff do from their mail. Needs the desk, and the links of mail to staff.</summary>
    public static IServiceCollection AddMailDeeds(this IServiceCollection services) => services
        .AddSingleton<MailDeedHandler>()
        .AddSingleton<MailDeedPages>()
        .AddSingleton<MailDeedEndpoint>();
}
