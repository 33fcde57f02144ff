using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Storage;

public sealed class InMemoryLeadStoreTests : LeadStoreContract
{
    protected override ILeadStore Store { get; } = new InMemoryLeadStore();
}
