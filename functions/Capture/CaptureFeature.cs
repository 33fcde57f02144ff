using LeadFunctions.Clinic;
using LeadFunctions.Leads;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Capture;

public static class CaptureFeature
{
    public static IServiceCollection AddCapture(this IServiceCollection services)
    {
        services.AddOptions<CaptureOptions>().BindConfiguration(CaptureOptions.Section).ValidateOnStart();
        services.AddOptions<SpillOptions>().BindConfiguration(SpillOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<SpillOptions>, SpillOptionsValidator>()
            .AddSingleton<IValidateOptions<CaptureOptions>, CaptureOptionsValidator>()
            .AddSingleton<IValidateOptions<CaptureOptions>, TrustedProxiesValidator>()
            .AddContent(CrisisReader.Read)
            .AddSingleton<InquiryReader>()
            .AddSingleton<RecentSubmissions>()
            .AddSingleton<SenderLimits>()
            .AddContent(SpamRulesReader.Read)
            .AddSingleton(provider => provider.GetRequiredService<SpamRules>().ToWords())
            .AddSingleton<FormTokens>()
            .AddSingleton<Doorways>()
            .AddSingleton<SpamMemory>()
            .AddSingleton<SpamJudge>()
            .AddBotCheck()
            .AddSingleton<CaptureHandler>()
            .AddSingleton<SpillHandler>()
            .AddSingleton<IWakeable>(provider => provider.GetRequiredService<SpillHandler>())
            .AddSingleton<CallCalendar>()
            .AddSingleton<CapturePages>()
            .AddSingleton<WidgetScript>()
            .AddSingleton<ThanksHandler>()
            .AddSingleton<CaptureAnswers>()
            .AddSingleton<CaptureEndpoint>();
    }
}
