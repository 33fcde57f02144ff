using LeadFunctions.Email;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Digest;

public static class DigestFeature
{
    public static IServiceCollection AddDigest(this IServiceCollection services)
    {
        services.AddOptions<DigestOptions>().BindConfiguration(DigestOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<DigestOptions>, DigestOptionsValidator>()
            .AddSingleton<DigestMail>()
            .AddSingleton<IMailTemplates, DigestTemplates>()
            .AddSingleton<DigestReading>()
            .AddSingleton<DigestFigures>()
            .AddSingleton<DigestSummary>()
            .AddSingleton<DigestRound>()
            .AddSingleton<DigestHandler>();
    }
}
