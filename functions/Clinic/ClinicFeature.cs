using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Clinic;

public static class ClinicFeature
{
    /// <summary>
    /// Adds <see cref="ClinicProfile"/>, <see cref="ClinicTime"/> and <see cref="OpeningHours"/>, read from the directory in the
    /// setting <c>Content__Directory</c>, or else from <c>content</c> beside the app. All content is checked before the start is over, which
    /// fails with a <see cref="ContentException"/> when any of it is wrong.
    /// </summary>
    public static IServiceCollection AddClinic(this IServiceCollection services)
        => services
            .AddContent(ClinicReader.Read)
            .AddSingleton(static provider => provider.GetRequiredService<ClinicProfile>().Time)
            .AddSingleton(static provider => provider.GetRequiredService<ClinicProfile>().Hours);
}
