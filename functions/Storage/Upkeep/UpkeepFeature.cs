using LeadFunctions.Leads;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Storage;

internal static class UpkeepFeature
{
    internal static IServiceCollection AddUpkeep(this IServiceCollection services) => services
        .AddSingleton<IUpkeepLog, TableUpkeepLog>()
        .AddSingleton<IScrubStore, TableScrubStore>();
}
