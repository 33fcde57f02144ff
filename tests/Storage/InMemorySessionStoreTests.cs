using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Storage;

public sealed class InMemorySessionStoreTests : SessionStoreContract
{
    private readonly InMemorySessionStore store = new();

    protected override ISessionStore Sessions => store;

    protected override IKeyRingStore Keys => store;

    protected override Task<int> CountLinksAsync() => Task.FromResult(store.Links);
}
