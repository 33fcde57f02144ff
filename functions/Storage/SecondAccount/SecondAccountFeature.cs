using Azure.Data.Tables;
using LeadFunctions.Leads;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Storage;

public static class SecondAccountFeature
{
    /// <summary>The key of the service that is the account; it is there only where the settings name one.</summary>
    public const string Account = "second account";

    internal static IServiceCollection AddSecondAccount(this IServiceCollection services)
    {
        services.AddOptions<SecondAccountOptions>().BindConfiguration(SecondAccountOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<SecondAccountOptions>, SecondAccountOptionsValidator>()
            .AddSingleton<SealedRow>()
            .AddKeyedSingleton(Account, (provider, _) => ConnectTo(provider.GetRequiredService<IOptions<SecondAccountOptions>>().Value))
            .AddSingleton(MirrorOf)
            .AddSingleton(SpillOf)
            .AddSingleton(BackupsOf);
    }

    private static TableServiceClient ConnectTo(SecondAccountOptions options) => TableAccount.Connect(options.Storage, options.StorageEndpoint);

    private static KeyMirror MirrorOf(IServiceProvider provider) => new(
        provider.GetRequiredKeyedService<TableClient>(StorageFeature.Plain),
        provider.GetRequiredService<IOptions<SecondAccountOptions>>().Value.IsSetUp ? provider.GetRequiredKeyedService<TableServiceClient>(Account) : null,
        KeyMirror.Table,
        provider.GetRequiredService<Seal>(),
        provider.GetRequiredService<ILogger<KeyMirror>>());

    private static ILeadSpill SpillOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<SecondAccountOptions>>().Value is { IsSetUp: true } options
        ? new TableLeadSpill(
            provider.GetRequiredKeyedService<TableServiceClient>(Account).GetTableClient(options.SpillTable),
            provider.GetRequiredService<SealedRow>(),
            provider.GetRequiredService<ILogger<TableLeadSpill>>())
        : new NoLeadSpill();

    private static IBackups BackupsOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<SecondAccountOptions>>().Value.IsSetUp
        ? new TableBackups(
            provider.GetRequiredKeyedService<TableServiceClient>(Account),
            provider.GetRequiredKeyedService<TableClient>(StorageFeature.Plain),
            provider.GetRequiredKeyedService<TableClient>(StorageFeature.Events),
            provider.GetRequiredService<SealedRow>(),
            provider.GetRequiredService<KeyMirror>(),
            provider.GetRequiredService<TimeProvider>())
        : new NoBackups();
}
