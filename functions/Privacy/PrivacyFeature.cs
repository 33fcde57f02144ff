using LeadFunctions.Email;
using LeadFunctions.Http;
using LeadFunctions.Leads;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Privacy;

public static class PrivacyFeature
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services)
    {
        services.AddOptions<ProxyOptions>().BindConfiguration(ProxyOptions.Section);
        services.AddOptions<PrivacyOptions>().BindConfiguration(PrivacyOptions.Section).ValidateOnStart();
        services.AddOptions<RetentionOptions>().BindConfiguration(RetentionOptions.Section).ValidateOnStart();
        services.AddOptions<KeepingOptions>().BindConfiguration(KeepingOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<PrivacyOptions>, PrivacyOptionsValidator>()
            .AddSingleton<IValidateOptions<RetentionOptions>, RetentionOptionsValidator>()
            .AddSingleton<IValidateOptions<KeepingOptions>, KeepingOptionsValidator>()
            .AddSingleton<WishRules>()
            .AddSingleton<UnsubscribeHandler>()
            .AddSingleton<UnsubscribePages>()
            .AddSingleton<PreferencesHandler>()
            .AddSingleton<PreferencesEndpoint>()
            .AddSingleton<PreferencesPages>()
            .AddSingleton<AskLimits>()
            .AddSingleton<AskHandler>()
            .AddSingleton<AskEndpoint>()
            .AddSingleton<AccessHandler>()
            .AddSingleton<AccessEndpoint>()
            .AddSingleton<PrivacyPages>()
            .AddSingleton<PrivacyExport>()
            .AddSingleton<PrivacyMail>()
            .AddSingleton<IMailTemplates, PrivacyTemplates>()
            .AddSingleton<PrivacyWorkHandler>()
            .AddSingleton<IWakeable>(provider => provider.GetRequiredService<PrivacyWorkHandler>())
            .AddSingleton<Eraser>()
            .AddSingleton<RetentionHandler>()
            .AddSingleton<SuppressionListHandler>()
            .AddSingleton<SuppressionsEndpoint>();
    }
}
