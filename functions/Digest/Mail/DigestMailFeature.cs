using LeadFunctions.Email;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Digest;

public static class DigestMailFeature
{
    /// <summary>Adds <see cref="DigestMail"/> and what it is made of.</summary>
    public static IServiceCollection AddDigestMail(this IServiceCollection services) => services.AddMailTemplates().AddSingleton<DigestMail>();
}
