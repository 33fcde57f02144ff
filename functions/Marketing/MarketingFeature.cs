using LeadFunctions.Email;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Marketing;

public static class MarketingFeature
{
    /// <summary>Adds the page of figures and the weekly report. Needs who is signed in, the catalogue, and the sums of dates.</summary>
    public static IServiceCollection AddMarketing(this IServiceCollection services)
    {
        services.AddOptions<MarketingOptions>().BindConfiguration(MarketingOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<MarketingOptions>, MarketingOptionsValidator>()
            .AddSingleton<WeekReading>()
            .AddSingleton<ReportMail>()
            .AddSingleton<IMailTemplates, ReportTemplates>()
            .AddSingleton<ReportPosting>()
            .AddSingleton<ReportHandler>()
            .AddSingleton<RangeReader>()
            .AddSingleton<FigureReading>()
            .AddSingleton<Said>()
            .AddSingleton<MarketingTables>()
            .AddSingleton<ChartScript>()
            .AddSingleton<MarketingEndpoint>();
    }
}
