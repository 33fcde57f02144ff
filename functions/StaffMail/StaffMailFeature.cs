using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LeadFunctions.StaffMail;

public static class StaffMailFeature
{
    /// <summary>Adds <see cref="StaffLeadFacts"/> and the setting that it obeys, and <see cref="DeedLinks"/>.</summary>
    public static IServiceCollection AddStaffMail(this IServiceCollection services)
    {
        services.AddOptions<StaffMailOptions>().BindConfiguration(StaffMailOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<StaffMailOptions>, StaffMailOptionsValidator>()
            .AddSingleton<StaffLeadFacts>()
            .AddSingleton<DeedLinks>();
    }
}
