using LeadFunctions.Clinic;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.FollowUp;

public static class SequencesFeature
{
    /// <summary>Adds <see cref="SequenceLibrary"/>. Needs the clinic and the articles, which it is checked against.</summary>
    public static IServiceCollection AddSequences(this IServiceCollection services) => services.AddContent(SequenceReader.Read);
}
