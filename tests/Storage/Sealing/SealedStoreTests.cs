using LeadFunctions.Leads;
using LeadFunctions.Storage;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Storage;

/// <summary>All that is promised of the store holds where leads are sealed.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class SealedStoreTests(AzuriteFixture azurite) : LeadStoreContract, IAsyncLifetime
{
    private SealedStage stage = null!;
    private SealedInstance instance = null!;

    protected override ILeadStore Store => instance.Store;

    public async Task InitializeAsync()
    {
        stage = await SealedStage.SetAsync(azurite.ConnectionString);
        instance = stage.Instance(SealingKeys.New("2026a"));
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();
}

/// <summary>All that is promised of the desk holds where leads are sealed.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class SealedDeskTests(AzuriteFixture azurite) : LeadDeskContract, IAsyncLifetime
{
    private SealedStage stage = null!;
    private SealedInstance instance = null!;

    protected override ILeadStore Store => instance.Store;

    protected override ILeadDesk Desk => instance.Desk;

    protected override ILeadLedger Ledger => new TableLeadLedger(instance.Table, Desk);

    public async Task InitializeAsync()
    {
        stage = await SealedStage.SetAsync(azurite.ConnectionString);
        instance = stage.Instance(SealingKeys.New("2026a"));
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();
}

/// <summary>All that is promised of reading some leads at once holds where they are sealed.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class SealedBatchesTests(AzuriteFixture azurite) : LeadBatchesContract, IAsyncLifetime
{
    private SealedStage stage = null!;
    private SealedInstance instance = null!;

    protected override ILeadStore Store => instance.Store;

    protected override ILeadBatches Batches => new TableLeadBatches(instance.Table);

    public async Task InitializeAsync()
    {
        stage = await SealedStage.SetAsync(azurite.ConnectionString);
        instance = stage.Instance(SealingKeys.New("2026a"));
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();
}

/// <summary>All that is promised of people's rights holds where leads are sealed.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class SealedRightsTests(AzuriteFixture azurite) : RightsContract, IAsyncLifetime
{
    private SealedStage stage = null!;
    private SealedInstance instance = null!;

    protected override ILeadStore Leads => instance.Store;

    protected override IPersonStore People => new TablePersonStore(instance.Table);

    protected override IErasureStore Erasures => instance.Erasures;

    protected override IPrivacyRequests Requests => new TablePrivacyRequests(instance.Table);

    protected override ISuppressionList Suppressions => new TableSuppressionList(instance.Table);

    public async Task InitializeAsync()
    {
        stage = await SealedStage.SetAsync(azurite.ConnectionString);
        instance = stage.Instance(SealingKeys.New("2026a"));
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();
}
