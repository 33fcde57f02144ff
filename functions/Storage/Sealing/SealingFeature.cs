using Azure.Data.Tables;
using LeadFunctions.Leads;
using LeadFunctions.Start;
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
            .AddSingleton<DataKeys>()
            .AddSingleton<RowSealing>()
            .AddSingleton<TableClient, SealedTable>()
            .AddSingleton<ILeadDesk>(DeskOf)
            .AddSingleton<OlderKeys>()
            .AddSingleton<ILeadSealing, TableLeadSealing>()
            .AddAfterFirstAnswer<KeysAfterStart>();
    }

    private static TableLeadDesk DeskOf(IServiceProvider provider) => new(
        provider.GetRequiredService<TableClient>(),
        provider.GetRequiredService<ILogger<TableLeadDesk>>(),
        provider.GetRequiredService<Seal>().HasKeys ? provider.GetRequiredService<SearchIndex>() : null);
}
