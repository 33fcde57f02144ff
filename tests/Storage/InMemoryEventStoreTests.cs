using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Storage;

public sealed class InMemoryEventStoreTests : EventStoreContract
{
    private readonly InMemoryEventStore memory = new();

    public InMemoryEventStoreTests() => memory.Stored = Stored;

    protected override IEventStore Store => memory;

    protected override IErasedLeads Erased => memory;
}
