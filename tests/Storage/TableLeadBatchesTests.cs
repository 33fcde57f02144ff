using Azure.Data.Tables;
using LeadFunctions.Leads;
using LeadFunctions.Storage;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeadFunctions.Tests.Storage;

[Collection(AzuriteCollection.Name)]
public sealed class TableLeadBatchesTests(AzuriteFixture azurite) : LeadBatchesContract, IAsyncLifetime
{
    private readonly TableClient table = new(azurite.ConnectionString, "batches" + Guid.CreateVersion7().ToString("n"));

    protected override ILeadStore Store => new TableLeadStore(table, NullLogger<TableLeadStore>.Instance);

    protected override ILeadBatches Batches => new TableLeadBatches(table);

    public async Task InitializeAsync() => await table.CreateAsync();

    public async Task DisposeAsync() => await table.DeleteAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    public async Task Moves_whose_answer_was_lost_are_found_to_be_committed_and_can_go_on(int times)
    {
        var claims = await ClaimsAsync(await BegunAsync(6));
        var lossy = new TableLeadBatches(new(azurite.ConnectionString, table.Name, LosingAnswers.Of("$batch", times)));

        var outcomes = await lossy.TryMoveAsync(claims[0].From.Shard, claims, default);

        foreach (var outcome in outcomes)
        {
            var next = Assert.IsType<MoveOutcome.Committed>(outcome).Next!;
            Assert.NotEmpty(next.Version);
            Assert.IsType<MoveOutcome.Committed>(await Store.TryMoveAsync(new(next) { Record = RecordOf(next) }, default));
        }
    }

    [Fact]
    public async Task Records_whose_answer_was_lost_are_found_to_be_committed()
    {
        var work = await BegunAsync(6);
        var lossy = new TableLeadBatches(new(azurite.ConnectionString, table.Name, LosingAnswers.Of("$batch", int.MaxValue)));

        var outcomes = await lossy.TryMoveAsync(work[0].Shard, [.. work.Select(each => new Move(each) { Record = RecordOf(each) })], default);

        Assert.All(outcomes, outcome => Assert.IsType<MoveOutcome.Committed>(outcome));
    }

    [Fact]
    public async Task Of_moves_that_storage_never_did_it_is_said_that_nobody_knows()
    {
        var claims = await ClaimsAsync(await BegunAsync(40));
        var away = new TableLeadBatches(new(azurite.ConnectionString, table.Name, RefusingRequests.Of("$batch")));

        var outcomes = await away.TryMoveAsync(claims[0].From.Shard, claims, default);

        Assert.All(outcomes, outcome => Assert.IsType<MoveOutcome.Unanswered>(outcome));
        Assert.All(await Batches.TryMoveAsync(claims[0].From.Shard, claims, default), outcome => Assert.IsType<MoveOutcome.Committed>(outcome));
    }

    [Fact]
    public async Task Storage_that_is_away_altogether_is_said_so_of_every_move_and_thrown_for_what_is_read()
    {
        var claims = await ClaimsAsync(await BegunAsync(3));
        var away = new TableLeadBatches(new(azurite.ConnectionString, table.Name, RefusingRequests.Of("")));

        Assert.All(await away.TryMoveAsync(claims[0].From.Shard, claims, default), outcome => Assert.IsType<MoveOutcome.Unanswered>(outcome));
        await Assert.ThrowsAsync<LeadStoreUnavailableException>(() => away.FindAsync(claims[0].From.Shard, [claims[0].From.Lead], default));
        await Assert.ThrowsAsync<LeadStoreUnavailableException>(() => away.FindContactsAsync(claims[0].From.Shard, [claims[0].From.Contact], default));
    }

    [Fact]
    public async Task Thirty_three_claims_are_one_request_and_one_in_the_way_costs_a_look_and_another()
    {
        var counting = new CountingTransport();
        var counted = new TableLeadBatches(new(azurite.ConnectionString, table.Name, new TableClientOptions { Transport = counting }));
        var claims = await ClaimsAsync(await BegunAsync(33));
        await Store.SuppressAsync(claims[16].From.Contact, [new(SuppressionReason.Bounced, ALead.Noon)], default);

        var outcomes = await counted.TryMoveAsync(claims[0].From.Shard, claims, default);

        Assert.Equal(16, Assert.Single(outcomes.Index(), each => each.Item is MoveOutcome.Lost).Index);
        Assert.Equal(3, counting.Requests);
        await counted.TryMoveAsync(claims[0].From.Shard, await ClaimsAsync(await BegunAsync(33)), default);
        Assert.Equal(4, counting.Requests);
    }

    [Fact]
    public async Task Leads_that_stand_together_are_one_request_and_contacts_one_each()
    {
        var counting = new CountingTransport();
        var counted = new TableLeadBatches(new(azurite.ConnectionString, table.Name, new TableClientOptions { Transport = counting }));
        var work = await BegunAsync(8);

        await counted.FindAsync(work[0].Shard, [.. work.Select(each => each.Lead)], default);
        Assert.Equal(1, counting.Requests);
        await counted.FindContactsAsync(work[0].Shard, [.. work.Select(each => each.Contact)], default);
        Assert.Equal(1 + 8, counting.Requests);
    }
}
