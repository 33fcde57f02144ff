using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Storage;

public sealed class InMemoryLeadDeskTests : LeadDeskContract
{
    private readonly InMemoryLeadStore leads = new();

    protected override ILeadStore Store => leads;

    protected override ILeadDesk Desk => leads;

    protected override ILeadLedger Ledger => leads;
}
