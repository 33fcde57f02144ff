using LeadFunctions.Email;
using LeadFunctions.Leads;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Reminders;

public static class RemindersFeature
{
    public static IServiceCollection AddReminders(this IServiceCollection services)
    {
        services.AddOptions<OverdueOptions>().BindConfiguration(OverdueOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<OverdueOptions>, OverdueOptionsValidator>()
            .AddSingleton<PromiseRules>()
            .AddSingleton<ReminderMail>()
            .AddSingleton<IMailTemplates, ReminderTemplates>()
            .AddSingleton<PromiseClaims>()
            .AddSingleton<OverdueHandler>()
            .AddSingleton<IWakeable>(provider => provider.GetRequiredService<OverdueHandler>());
    }
}
