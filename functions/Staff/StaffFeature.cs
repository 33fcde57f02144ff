using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Staff;

public static class StaffFeature
{
    /// <summary>Adds the pages on which staff work with leads. Needs who is signed in, and the desk.</summary>
    public static IServiceCollection AddStaff(this IServiceCollection services) => services
        .AddSingleton<QueueScript>()
        .AddSingleton<QueueReading>()
        .AddSingleton<AnswerNews>()
        .AddSingleton<DeskPages>()
        .AddSingleton<QueueEndpoint>()
        .AddSingleton<LeadDeskEndpoint>();
}
