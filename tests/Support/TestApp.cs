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
    private readonly ServiceProvider services;

    public TestApp(int mailsAtOnce = 4, InMemoryLeadStore? leads = null, FakeTimeProvider? clock = null, params IEnumerable<(string Name, string Value)> settings)
    {
        Leads = leads ?? new();
        Clock = clock ?? new(ALead.Noon);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(TestSettings.All)
            .AddInMemoryCollection([new("FollowUp:MailsAtOnce", mailsAtOnce.ToString(CultureInfo.InvariantCulture))])
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Name, setting.Value)))
            .Build();
        var doubles = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = Environments.Development })
            .AddLogging()
            .AddSingleton<TimeProvider>(Clock)
            .AddLeadFunctions()
            .AddSingleton<ILeadStore>(Leads)
            .AddSingleton<ILeadBatches>(Leads)
            .AddSingleton<IOutbox>(Leads.Outbox)
            .AddSingleton<IScrubStore>(Leads)
            .AddSingleton<IUpkeepLog>(Upkeep)
            .AddSingleton<ILeadDesk>(Leads)
            .AddSingleton<ILeadLedger>(Leads)
            .AddSingleton<IEventStore>(Events)
            .AddSingleton<ILeadCounts>(Events.Statistics)
            .AddSingleton<IDayCounts>(Events.Statistics)
            .AddSingleton<IReportMarks>(Events.Statistics)
            .AddSingleton<IAnswerTimes>(Events.Statistics)
            .AddSingleton<ISessionStore>(Sessions)
            .AddSingleton<IKeyRingStore>(Sessions)
            .AddSingleton<IEmailSender>(Provider)
            .AddSingleton<IEmailOutcomeSource>(Provider);
        services = Leads.AddRights(doubles)
            .AddSingleton<IErasedLeads>(Events)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public FakeTimeProvider Clock { get; }

    public InMemoryLeadStore Leads { get; }

    public InMemoryEventStore Events { get; } = new();

    public InMemorySessionStore Sessions { get; } = new();

    public InMemoryUpkeepLog Upkeep { get; } = new();

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
