using Azure.Data.Tables;
using LeadFunctions.Leads;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Storage;

public static class RightsFeature
{
    /// <summary>Adds what people's rights need of storage. Needs the tables.</summary>
    public static IServiceCollection AddRights(this IServiceCollection services) => services
        .AddSingleton<IPersonStore, TablePersonStore>()
        .AddSingleton<IErasureStore, TableErasureStore>()
        .AddSingleton<IPrivacyRequests, TablePrivacyRequests>()
        .AddSingleton<ISuppressionList, TableSuppressionList>()
        .AddSingleton<IStoredLeads, TableStoredLeads>()
        .AddSingleton<IErasedLeads>(provider => new ErasedRows(provider.GetRequiredKeyedService<TableClient>(StorageFeature.Events)));
}
