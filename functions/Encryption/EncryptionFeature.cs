using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Encryption;

public static class EncryptionFeature
{
    /// <summary>Adds the command that changes the key under which leads are sealed.</summary>
    public static IServiceCollection AddEncryption(this IServiceCollection services) => services.AddSingleton<RotateHandler>();
}
