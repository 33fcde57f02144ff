using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LeadFunctions.Email;

public static class MailTemplatesFeature
{
    /// <summary>Adds what all mails are made with. Needs the clinic, the articles and the leads.</summary>
    public static IServiceCollection AddMailTemplates(this IServiceCollection services)
    {
        services.TryAddSingleton<MailRenderer>();
        services.TryAddSingleton<StaffLeadFacts>();
        return services;
    }
}
