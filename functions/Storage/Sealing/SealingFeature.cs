using Azure.Data.Tables;
using LeadFunctions.Leads;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Storage;

public static class SealingFeature
{
    /// <summary>Adds the table of leads as the app knows it, whose rows are sealed on the way where the settings hold a key.</summary>
    internal static IServiceCollection AddSealing(this IServiceCollection services)
    {
        services.AddOptions<SealingOptions>().BindConfiguration(SealingOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<SealingOptions>, SealingOptionsValidator>()
            .AddSingleton<Seal>()
            .AddSingleton<SearchIndex>()
            .AddSingleton(KeysOf)
            .AddSingleton<RowSealing>()
            .AddSingleton<TableClient>(provider => new SealedTable(PlainOf(provider), provider.GetRequiredService<RowSealing>()))
            .AddSingleton<ILeadDesk>(DeskOf)
            .AddSingleton<OlderKeys>()
            .AddSingleton<ILeadSealing>(SealingOf)
            .AddHostedService<KeysAtStart>();
    }

    private static TableClient PlainOf(IServiceProvider provider) => provider.GetRequiredKeyedService<TableClient>(StorageFeature.Plain);

    private static DataKeys KeysOf(IServiceProvider provider) => new(
        PlainOf(provider),
        provider.GetRequiredService<Seal>(),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<ILogger<DataKeys>>());

    private static TableLeadDesk DeskOf(IServiceProvider provider) => new(
        provider.GetRequiredService<TableClient>(),
        provider.GetRequiredService<ILogger<TableLeadDesk>>(),
        provider.GetRequiredService<Seal>().HasKeys ? provider.GetRequiredService<SearchIndex>() : null);

    private static TableLeadSealing SealingOf(IServiceProvider provider) => new(
        PlainOf(provider),
        provider.GetRequiredService<DataKeys>(),
        provider.GetRequiredService<Seal>(),
        provider.GetRequiredService<RowSealing>(),
        provider.GetRequiredService<KeyMirror>(),
        provider.GetRequiredService<OlderKeys>(),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<ILogger<TableLeadSealing>>());
}
