using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Stats;

public static class StatsFeature
{
    /// <summary>Adds the figures: what brings them up to date, and who may ask for them.</summary>
    public static IServiceCollection AddStats(this IServiceCollection services)
    {
        services.AddOptions<StatsOptions>().BindConfiguration(StatsOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<StatsOptions>, StatsOptionsValidator>()
            .AddSingleton<LocalDays>()
            .AddSingleton<FactReading>()
            .AddSingleton<LeadCounting>()
            .AddSingleton<DaySumming>()
            .AddSingleton<RollupHandler>()
            .AddSingleton<AnswerKeeping>()
            .AddSingleton<FigureUpdate>()
            .AddSingleton<RebuildHandler>()
            .AddSingleton<StatsQueryReader>()
            .AddSingleton<FirstResponseHandler>()
            .AddSingleton<StatsHandler>();
    }
}
