using Azure.Data.Tables;
using LeadFunctions.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Local.Commands;

/// <summary>Does for this machine what the deployment does for Azure: the app itself never makes a table.</summary>
internal static class Tables
{
    public static async Task MakeAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        // None when another app is hosted than ours.
        if (services.GetService<TableClient>() is { } table)
        {
            await Task.WhenAll(
                table.CreateIfNotExistsAsync(cancellationToken),
                services.GetRequiredKeyedService<TableClient>(StorageFeature.Events).CreateIfNotExistsAsync(cancellationToken));
        }
    }
}
