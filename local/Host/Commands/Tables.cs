using Azure.Data.Tables;
using LeadFunctions.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Local.Commands;

/// <summary>Does for this machine what the deployment does for Azure: the app itself never makes a table.</summary>
internal static class Tables
{
    public static Task MakeAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        Task.WhenAll(MakeLeadsAsync(services, cancellationToken), MakeSpillAsync(services, cancellationToken));

    public static async Task MakeLeadsAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        // None when another app is hosted than ours.
        if (services.GetService<TableClient>() is { } table)
        {
            await Task.WhenAll(
                table.CreateIfNotExistsAsync(cancellationToken),
                services.GetRequiredKeyedService<TableClient>(StorageFeature.Events).CreateIfNotExistsAsync(cancellationToken));
        }
    }

    private static async Task MakeSpillAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (services.GetService<IOptions<SecondAccountOptions>>()?.Value is { IsSetUp: true } options)
        {
            await services.GetRequiredKeyedService<TableServiceClient>(SecondAccountFeature.Account)
                .GetTableClient(options.SpillTable)
                .CreateIfNotExistsAsync(cancellationToken);
        }
    }
}
