using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions;

/// <summary>The whole app, whoever hosts it.</summary>
public static class LeadFunctionsApp
{
    /// <summary>Adds every feature, one line for each folder. The host brings settings, logs and the <see cref="TimeProvider"/>.</summary>
    public static IServiceCollection AddLeadFunctions(this IServiceCollection services) => services;
}
