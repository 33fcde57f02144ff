using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Backup;

public static class BackupFeature
{
    public static IServiceCollection AddBackup(this IServiceCollection services)
    {
        services.AddOptions<BackupOptions>().BindConfiguration(BackupOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<BackupOptions>, BackupOptionsValidator>()
            .AddSingleton<BackupHandler>();
    }
}
