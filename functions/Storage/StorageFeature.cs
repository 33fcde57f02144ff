using Azure.Data.Tables;
using LeadFunctions.Leads;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Storage;

public static class StorageFeature
{
    /// <summary>The key of the service that is the table of events; the table of leads has none.</summary>
    public const string Events = "events";

    /// <summary>The key of the service that is the table of leads as it is stored: what is sealed in it stays so.</summary>
    public const string Plain = "plain";

    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>()
            .AddSingleton(provider => ConnectTo(provider.GetRequiredService<IOptions<StorageOptions>>().Value))
            .AddKeyedSingleton(Plain, (provider, _) => TableOf(provider, options => options.Table))
            .AddKeyedSingleton(Events, (provider, _) => TableOf(provider, options => options.EventsTable))
            .AddSingleton<ILeadStore, TableLeadStore>()
            .AddSingleton<ILeadBatches, TableLeadBatches>()
            .AddSingleton<ILeadLedger, TableLeadLedger>()
            .AddSingleton<IEventStore, TableEventStore>()
            .AddSingleton<ISessionStore, TableSessionStore>()
            .AddSingleton<IKeyRingStore, TableKeyRing>()
            .AddSingleton<IOutbox, TableOutbox>()
            .AddSingleton<IWebhookMessages, TableWebhookMessages>()
            .AddSingleton<IWebhookLedger, TableWebhookLedger>()
            .AddSingleton<ILeadCounts, TableLeadCounts>()
            .AddSingleton<IDayCounts, TableDayCounts>()
            .AddSingleton<IReportMarks, TableReportMarks>()
            .AddSealing()
            .AddSingleton<IAnswerTimes, TableAnswerTimes>()
            .AddSecondAccount()
            .AddUpkeep()
            .AddRights();
    }

    // Both tables share the connections.
    private static TableClient TableOf(IServiceProvider provider, Func<StorageOptions, string> name) => provider
        .GetRequiredService<TableServiceClient>()
        .GetTableClient(name(provider.GetRequiredService<IOptions<StorageOptions>>().Value));

    private static TableServiceClient ConnectTo(StorageOptions options) => TableAccount.Connect(options.Storage, options.StorageEndpoint);
}
