using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LeadFunctions.FollowUp;

public static class ScrubbingFeature
{
    /// <summary>Adds what looks through the rows of leads and mends them. Needs the sequences, the clock of promises, and storage.</summary>
    public static IServiceCollection AddScrubbing(this IServiceCollection services)
    {
        services.AddOptions<ScrubOptions>().BindConfiguration(ScrubOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<ScrubOptions>, ScrubOptionsValidator>()
            .AddSingleton<ScrubRules>()
            .AddSingleton<ScrubHandler>();
    }
}
