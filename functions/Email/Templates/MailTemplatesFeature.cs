using LeadFunctions.Clinic;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LeadFunctions.Email;

public static class MailTemplatesFeature
{
    /// <summary>Adds what all mails are made with. Needs the clinic, the articles and the leads.</summary>
    public static IServiceCollection AddMailTemplates(this IServiceCollection services)
    {
        services.AddOptions<EmailOptions>().PostConfigure<ClinicProfile>(SendAs);
        services.TryAddSingleton<MailRenderer>();
        services.TryAddSingleton<StaffLeadFacts>();
        return services;
    }

    // The clinic's content says who writes; a setting may say otherwise, as where another sender is verified.
    private static void SendAs(EmailOptions email, ClinicProfile clinic)
    {
        if (email.From.Length == 0)
        {
            email.From = clinic.Mail.From;
            email.FromName = clinic.Mail.Name;
            email.ReplyTo = clinic.Mail.ReplyTo;
        }
    }
}
