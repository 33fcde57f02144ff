using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Packages.Tables;

public sealed class TransactionsOnAzuriteTests(AzuriteFixture azurite) : OnAzurite(azurite)
{
    [Fact]
    public async Task Every_kind_of_action_takes_place_and_returns_the_new_version()
    {
        foreach (var row in (string[])["merge", "replace", "delete", "upsert"])
        {
            await Table.AddEntityAsync(new TableEntity("a00", row) { ["old"] = 1 });
        }

        var merge = (await Table.GetEntityAsync<TableEntity>("a00", "merge")).Value;
        var answers = await Table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, new TableEntity("a00", "add'é") { ["new"] = 2 }),
            new(TableTransactionActionType.UpdateMerge, new TableEntity("a00", "merge") { ["new"] = 2 }, merge.ETag),
            new(TableTransactionActionType.UpdateReplace, new TableEntity("a00", "replace") { ["new"] = 2 }, ETag.All),
            new(TableTransactionActionType.Delete, new TableEntity("a00", "delete")),
            new(TableTransactionActionType.UpsertMerge, new TableEntity("a00", "upsert") { ["new"] = 2 }),
            new(TableTransactionActionType.UpsertReplace, new Visit { PartitionKey = "a00", RowKey = "visit", Big = 2 }),
        ]);

        Assert.Equal(6, answers.Value.Count);
        Assert.All(answers.Value, answer => Assert.Equal(204, answer.Status));
        Assert.Equal(answers.Value[0].Headers.ETag, (await Table.GetEntityAsync<TableEntity>("a00", "add'é")).Value.ETag);
        Assert.Equal((1, 2), await PropertiesAsync("merge"));
        Assert.Equal((null, 2), await PropertiesAsync("replace"));
        Assert.Equal((1, 2), await PropertiesAsync("upsert"));
        Assert.False((await Table.GetEntityIfExistsAsync<TableEntity>("a00", "delete")).HasValue);
        Assert.Equal(2, (await Table.GetEntityAsync<Visit>("a00", "visit")).Value.Big);
    }

    [Fact]
    public async Task One_conflict_undoes_all_and_is_named()
    {
        await Table.AddEntityAsync(new TableEntity("a00", "taken"));

        var exception = await Assert.ThrowsAsync<TableTransactionFailedException>(() => Table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, new TableEntity("a00", "first")),
            new(TableTransactionActionType.Add, new TableEntity("a00", "taken")),
        ]));

        Assert.Equal((409, 1), (exception.Status, exception.FailedTransactionActionIndex));
        Assert.Equal(TableErrorCode.EntityAlreadyExists.ToString(), exception.ErrorCode);
        Assert.False((await Table.GetEntityIfExistsAsync<TableEntity>("a00", "first")).HasValue);
    }

    [Fact]
    public async Task A_version_that_has_changed_undoes_all()
    {
        var contact = new TableEntity("a00", "C~1");
        var old = (await Table.AddEntityAsync(contact)).Headers.ETag!.Value;
        await Table.UpsertEntityAsync(contact);

        var exception = await Assert.ThrowsAsync<TableTransactionFailedException>(() => Table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, new TableEntity("a00", "D~1")),
            new(TableTransactionActionType.UpdateMerge, contact, old),
        ]));

        Assert.Equal((412, "UpdateConditionNotSatisfied"), (exception.Status, exception.ErrorCode));
        Assert.False((await Table.GetEntityIfExistsAsync<TableEntity>("a00", "D~1")).HasValue);
    }

    [Fact]
    public async Task A_hundred_actions_fit()
    {
        var actions = Enumerable.Range(0, 100)
            .Select(row => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("a00", $"{row}") { ["text"] = new string('é', 500) }));

        var answers = await Table.SubmitTransactionAsync(actions);

        Assert.Equal(100, answers.Value.Count);
    }

    [Fact]
    public async Task Many_at_once_do_not_mix_their_bodies()
    {
        await Task.WhenAll(Enumerable.Range(0, 64).Select(partition => Table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, new TableEntity($"p{partition}", "1") { ["text"] = new string((char)('a' + (partition % 26)), 2000 + partition) }),
            new(TableTransactionActionType.Add, new TableEntity($"p{partition}", "2")),
        ])));

        await foreach (var entity in Table.QueryAsync<TableEntity>("RowKey eq '1'"))
        {
            var partition = int.Parse(entity.PartitionKey.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(new string((char)('a' + (partition % 26)), 2000 + partition), entity.GetString("text"));
        }
    }

    private async Task<(int? Old, int? New)> PropertiesAsync(string row)
    {
        var entity = (await Table.GetEntityAsync<TableEntity>("a00", row)).Value;
        return (entity.GetInt32("old"), entity.GetInt32("new"));
    }
}
