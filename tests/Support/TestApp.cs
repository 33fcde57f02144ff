using System.Globalization;
using LeadFunctions.Email;
using LeadFunctions.FollowUp;
using LeadFunctions.Leads;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Time.Testing;

namespace LeadFunctions.Tests.Support;

/// <summary>The whole app as it is composed, but for the three things outside of it: storage in memory, a provider that answers as told, a clock that stands.</summary>
internal sealed class TestApp : IAsyncDisposable
{
    private readonly InMemoryStorage storage;
    private readonly ServiceProvider services;

    public TestApp(int mailsAtOnce = 4, InMemoryLeadStore? leads = null, FakeTimeProvider? clock = null, params IEnumerable<(string Name, string Value)> settings)
    {
        storage = new(leads);
        Clock = clock ?? new(ALead.Noon);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(TestSettings.All)
            .AddInMemoryCollection([new("FollowUp:MailsAtOnce", mailsAtOnce.ToString(CultureInfo.InvariantCulture))])
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Name, setting.Value)))
            .Build();
        var composed = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = Environments.Development })
            .AddLogging()
            .AddSingleton<TimeProvider>(Clock)
            .AddLeadFunctions();
        services = storage.AddTo(composed)
            .AddSingleton<IEmailSender>(Provider)
            .AddSingleton<IEmailOutcomeSource>(Provider)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public FakeTimeProvider Clock { get; }

    public InMemoryLeadStore Leads => storage.Leads;

    public InMemoryEventStore Events => storage.Events;

    public InMemorySessionStore Sessions => storage.Sessions;

    public InMemoryUpkeepLog Upkeep => storage.Upkeep;

    public ScriptedProvider Provider { get; } = new();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Task DrainAsync() => Get<DrainHandler>().HandleAsync(default);

    /// <summary>Minute after minute, as the timer does.</summary>
    public async Task DrainForAsync(TimeSpan time, TimeSpan? every = null)
    {
        var step = every ?? TimeSpan.FromMinutes(1);
        for (var passed = TimeSpan.Zero; passed < time; passed += step)
        {
            await DrainAsync();
            Clock.Advance(step);
        }

        await DrainAsync();
    }

    public async Task<Lead> CaptureAsync(Lead? lead = null)
    {
        lead ??= ALead.Captured(at: Clock.GetUtcNow());
        await Leads.CaptureAsync(ALead.New(lead), default);
        return lead;
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
