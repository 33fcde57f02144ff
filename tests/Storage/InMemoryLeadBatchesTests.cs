using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Storage;

public sealed class InMemoryLeadBatchesTests : LeadBatchesContract
{
    private readonly InMemoryLeadStore leads = new();

    protected override ILeadStore Store => leads;

    protected override ILeadBatches Batches => leads;
}
