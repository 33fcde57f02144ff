using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Leads;

public static class LeadsFeature
{
    public static IServiceCollection AddLeads(this IServiceCollection services)
    {
        services.AddOptions<LeadsOptions>().BindConfiguration(LeadsOptions.Section).ValidateOnStart();
        services.AddOptions<ComplianceOptions>()
            .BindConfiguration(ComplianceOptions.Section)
            .Validate(compliance => compliance.IsKnown, "Compliance__Mode should be Standard or Hipaa.")
            .ValidateOnStart();
        services.AddOptions<StaffOptions>().BindConfiguration(StaffOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<StaffOptions>, StaffOptionsValidator>()
            .AddSingleton<StaffDirectory>()
            .AddSingleton<IValidateOptions<LeadsOptions>, LeadsOptionsValidator>()
            .AddSingleton<LeadKeys>()
            .AddSingleton<TokenSigner>()
            .AddSingleton<LeadLinks>();
    }
}
