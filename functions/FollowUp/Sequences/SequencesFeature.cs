using LeadFunctions.Clinic;
using LeadFunctions.Leads;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.FollowUp;

public static class SequencesFeature
{
    /// <summary>
    /// Adds <see cref="SequenceLibrary"/>, and what is decided by it from facts alone. Needs the clinic and the articles, which it is checked against,
    /// and no storage.
    /// </summary>
    public static IServiceCollection AddSequences(this IServiceCollection services) => services
        .AddContent(SequenceReader.Read)
        .AddSingleton<ISequenceVersions>(provider => provider.GetRequiredService<SequenceLibrary>())
        .AddSingleton<VisitorRules>()
        .AddSingleton<SequenceCalendar>();
}
