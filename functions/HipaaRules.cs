using LeadFunctions.Email;
using LeadFunctions.Leads;
using LeadFunctions.StaffMail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions;

/// <summary>
/// What <c>Compliance__Mode=Hipaa</c> does not start with. Scripts of others are refused where they are chosen, and providers' tracking
/// is switched off in every mail, so no setting can turn it on.
/// </summary>
internal static class HipaaRules
{
    public static IServiceCollection AddHipaaRules(this IServiceCollection services)
    {
        services.AddOptions<EmailOptions>().Validate<IConfiguration>(
            (email, settings) => email.SignsAgreement || !IsHipaa(settings),
            "Email__Provider should be AzureCommunication where Compliance__Mode is Hipaa: SendGrid signs no business associate agreement.");
        services.AddOptions<StaffMailOptions>().Validate<IConfiguration>(
            (mail, settings) => !mail.IsFull || !IsHipaa(settings),
            "Digest__Detail should be minimal where Compliance__Mode is Hipaa: what visitors wrote is not sent by e-mail.");
        return services;
    }

    // Read past its own validation, which says by itself when the mode is none that is known.
    private static bool IsHipaa(IConfiguration settings) => settings.GetSection(ComplianceOptions.Section).Get<ComplianceOptions>() is { IsHipaa: true };
}
