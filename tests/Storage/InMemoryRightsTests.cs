using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Storage;

public sealed class InMemoryRightsTests : RightsContract
{
    private readonly InMemoryLeadStore store = new();

    protected override ILeadStore Leads => store;

    protected override IPersonStore People => store;

    protected override IErasureStore Erasures => store;

    protected override IPrivacyRequests Requests => store;

    protected override ISuppressionList Suppressions => store;
}
