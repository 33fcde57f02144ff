using System.Globalization;
using System.Security.Cryptography;
using Azure.Data.Tables;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;
using LeadFunctions.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace LeadFunctions.Tests.Webhooks;

/// <summary>The whole app as it is composed, on tables of its own in Azurite, with a clock that stands and real receivers.</summary>
internal sealed class WebhookStage : IAsyncDisposable
{
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static readonly StaffActor Robin = new("robin@example.com", StaffRole.Staff, StaffDoor.Page);

    private readonly List<ServiceProvider> apps = [];
    private readonly Dictionary<string, string?> settings;
    private readonly Action<IServiceCollection>? replace;

    private WebhookStage(Dictionary<string, string?> settings, Action<IServiceCollection>? replace)
    {
        this.settings = settings;
        this.replace = replace;
        App = Another();
    }

    public FakeTimeProvider Clock { get; } = new(ALead.Noon);

    /// <summary>Every line of every log.</summary>
    public List<string> Logs { get; } = [];

    public IServiceProvider App { get; }

    public TableClient Table => Get<TableClient>();

    public IWebhookMessages Messages => Get<IWebhookMessages>();

    public static Task<WebhookStage> StartAsync(AzuriteFixture azurite, params Receiver[] receivers) => StartAsync(azurite, [], null, receivers);

    public static async Task<WebhookStage> StartAsync(
        AzuriteFixture azurite, (string Name, string Value)[] settings, Action<IServiceCollection>? replace, params Receiver[] receivers)
    {
        var all = TestSettings.All;
        all["Leads:Storage"] = azurite.ConnectionString;
        all["Leads:Table"] = "leads" + Guid.CreateVersion7().ToString("n");
        all["Leads:EventsTable"] = "events" + Guid.CreateVersion7().ToString("n");
        all["Leads:PublicBaseUrl"] = "http://127.0.0.1:7071";
        foreach (var (index, receiver) in receivers.Index())
        {
            all[$"Webhooks:Endpoints:{index}:Name"] = NameOf(index);
            all[$"Webhooks:Endpoints:{index}:Url"] = receiver.Url;
            all[$"Webhooks:Endpoints:{index}:Secrets:0"] = Secret;
        }

        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        var stage = new WebhookStage(all, replace);
        await stage.Table.CreateAsync();
        await stage.App.GetRequiredKeyedService<TableClient>("events").CreateAsync();
        return stage;
    }

    public static string NameOf(int index) => string.Create(CultureInfo.InvariantCulture, $"system-{index}");

    public T Get<T>()
        where T : notnull => App.GetRequiredService<T>();

    /// <summary>Another instance of the app, on the same tables.</summary>
    public ServiceProvider Another()
    {
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = Environments.Development })
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new ListedLogs(Logs)))
            .AddSingleton<TimeProvider>(Clock)
            .AddLeadFunctions();
        replace?.Invoke(services);
        var app = services.BuildServiceProvider();
        apps.Add(app);
        return app;
    }

    /// <summary>What the timer does.</summary>
    public Task TickAsync() => Get<WebhooksHandler>().HandleAsync(default);

    public Task TickAfterAsync(TimeSpan time)
    {
        Clock.Advance(time);
        return TickAsync();
    }

    public async Task<Lead> CaptureAsync(Func<Lead, Lead>? change = null)
    {
        var lead = ALead.Captured(ALead.AContact(RandomNumberGenerator.GetInt32(Shard.Count)), Clock.GetUtcNow());
        lead = change?.Invoke(lead) ?? lead;
        await Get<ILeadStore>().CaptureAsync(ALead.New(lead), default);
        return lead;
    }

    public async Task ChangeAsync(Lead lead, LeadChange change) =>
        Assert.IsType<ChangeOutcome.Done>(await Get<ILeadDesk>().ChangeAsync(lead.Id, new(change, Robin, Clock.GetUtcNow()), default));

    /// <summary>Everything that waits or was settled in the last days, for one endpoint.</summary>
    public Task<List<WebhookMessage>> MessagesAsync(int endpoint = 0) =>
        Messages.OfEndpointAsync(EndpointId.Of(NameOf(endpoint)), DateTimeOffset.UnixEpoch, default).ToListAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        await Table.DeleteAsync();
        await App.GetRequiredKeyedService<TableClient>("events").DeleteAsync();
        foreach (var app in apps)
        {
            await app.DisposeAsync();
        }
    }
}

internal static class WebhookStages
{
    /// <summary>What the timer does, in another instance.</summary>
    public static Task RunAsync(this ServiceProvider app) => app.GetRequiredService<WebhooksHandler>().HandleAsync(default);

    public static async Task<List<OutboxNote>> NewsAsync(this WebhookStage stage)
    {
        var news = new List<OutboxNote>();
        foreach (var shard in Shard.All)
        {
            news.AddRange(await stage.Messages.NewsAsync(shard, default).ToListAsync());
        }

        return news;
    }

    public static Task<List<string>> KeysAsync(this WebhookStage stage) =>
        stage.Table.QueryAsync<TableEntity>().Select(row => row.PartitionKey + row.RowKey).ToListAsync().AsTask();

    public static Task EraseAsync(this WebhookStage stage, Lead lead) => stage.Get<LeadFunctions.Privacy.Eraser>().EraseAsync(lead.Contact);
}
