using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Storage;

public sealed class InMemoryUpkeepLogTests : UpkeepLogContract
{
    protected override IUpkeepLog Log { get; } = new InMemoryUpkeepLog();
}
