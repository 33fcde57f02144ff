using System.Globalization;
using Azure.Data.Tables;
using LeadFunctions.Local;
using LeadFunctions.Local.Commands;
using LeadFunctions.Local.Demo;
using LeadFunctions.Storage;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Tests.Demo;

/// <summary>A host on Azurite that has lived through the demo's month.</summary>
public sealed class LivedMonth(AzuriteFixture azurite) : IAsyncLifetime, IDisposable
{
    public const int Seed = 650;

    private readonly StringWriter output = new(CultureInfo.InvariantCulture);

    public LocalHost Host { get; private set; } = null!;

    public string Output => output.ToString();

    internal IReadOnlyList<Local.Mailbox.MailboxMessage> Mails => Host.Services.GetRequiredService<Local.Mailbox.Mailbox>().Messages;

    public async Task InitializeAsync()
    {
        Host = await LocalHost.StartAsync(
            new()
            {
                TimersRun = false,
                Settings = new Dictionary<string, string?>
                {
                    ["Leads:Storage"] = azurite.ConnectionString,
                    ["Leads:Table"] = "demo" + Guid.CreateVersion7().ToString("n"),
                    ["Leads:EventsTable"] = "demoevents" + Guid.CreateVersion7().ToString("n"),
                },
                Logging = logging => logging.ClearProviders(),
            },
            CancellationToken.None);
        await Tables.MakeAsync(Host.Services, CancellationToken.None);
        await PlayAgainAsync();
    }

    public async Task DisposeAsync()
    {
        await Host.Services.GetRequiredService<TableClient>().DeleteAsync();
        await Host.Services.GetRequiredKeyedService<TableClient>(StorageFeature.Events).DeleteAsync();
        await Host.DisposeAsync();
    }

    public void Dispose() => output.Dispose();

    public Task PlayAgainAsync() => new DemoMonth(Seed, output).RunAsync(Host, CancellationToken.None);

    public async Task<IReadOnlyList<TableEntity>> RowsAsync() =>
        await Host.Services.GetRequiredService<TableClient>().QueryAsync<TableEntity>().ToListAsync();
}
