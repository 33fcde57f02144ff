using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Storage;

public sealed class InMemoryStatisticsTests : LeadCountsContract
{
    private readonly InMemoryEventStore events = new();

    protected override IEventStore Events => events;

    protected override ILeadCounts Counts => events.Statistics;

    protected override IDayCounts Days => events.Statistics;

    protected override IAnswerTimes Answers => events.Statistics;
}
