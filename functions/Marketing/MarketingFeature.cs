using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Marketing;

public static class MarketingFeature
{
    /// <summary>Adds the page of figures. Needs who is signed in, the catalogue, and the sums of dates.</summary>
    public static IServiceCollection AddMarketing(this IServiceCollection services) => services
        .AddSingleton<RangeReader>()
        .AddSingleton<FigureReading>()
        .AddSingleton<Said>()
        .AddSingleton<MarketingTables>()
        .AddSingleton<ChartScript>()
        .AddSingleton<MarketingEndpoint>();
}
