using LeadFunctions.Leads;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace LeadFunctions.Tests.Support;

/// <summary>All that an app keeps, in memory, with nothing sealed: no part of it waits for storage that is not there.</summary>
/// <param name="leads">Leads that another app has kept; null for none.</param>
internal sealed class InMemoryStorage(InMemoryLeadStore? leads = null)
{
    public InMemoryLeadStore Leads { get; } = leads ?? new();

    public InMemoryEventStore Events { get; } = new();

    public InMemorySessionStore Sessions { get; } = new();

    public InMemoryUpkeepLog Upkeep { get; } = new();

    public IServiceCollection AddTo(IServiceCollection services) => Leads.AddRights(services)
        .AddSingleton<ILeadStore>(Leads)
        .AddSingleton<ILeadBatches>(Leads)
        .AddSingleton<ILeadDesk>(Leads)
        .AddSingleton<ILeadLedger>(Leads)
        .AddSingleton<IScrubStore>(Leads)
        .AddSingleton<IUpkeepLog>(Upkeep)
        .AddSingleton<IOutbox>(Leads.Outbox)
        .AddSingleton<IEventStore>(Events)
        .AddSingleton<IErasedLeads>(Events)
        .AddSingleton<ILeadCounts>(Events.Statistics)
        .AddSingleton<IDayCounts>(Events.Statistics)
        .AddSingleton<IReportMarks>(Events.Statistics)
        .AddSingleton<IAnswerTimes>(Events.Statistics)
        .AddSingleton<ISessionStore>(Sessions)
        .AddSingleton<IKeyRingStore>(Sessions)
        .AddSingleton(Substitute.For<ILeadSealing>());
}
