using Azure;
using Azure.Data.Tables;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Azurite;

/// <summary>
/// Azurite is helped to look at one partition alone when a query names it. What it answers must be what it answers to a question that says
/// the same in words of which this is not seen.
/// </summary>
[Collection(AzuriteCollection.Name)]
public sealed class OnePartitionTests(AzuriteFixture azurite)
{
    private const int Changes = 400;
    private const int Seed = 20260301;

    // Numbers and texts for which numbers and texts are put in different orders, and what a filter has signs for.
    private static readonly string[] Partitions = ["9", "10", "1e1", "1f", "2026030107", "3~1", "it's", "a or b", "(x"];

    [Fact]
    public async Task What_a_partition_holds_is_told_the_same_whatever_was_done_to_its_rows()
    {
        var table = new TableServiceClient(azurite.ConnectionString).GetTableClient("OnePartition");
        await table.CreateAsync();
        var random = new Random(Seed);

        for (var change = 0; change < Changes; change++)
        {
            await ChangeAsync(table, random);
            if (change % 20 == 0)
            {
                await AssertToldTheSameAsync(table);
            }
        }

        await AssertToldTheSameAsync(table);
        Assert.NotEmpty(await KeysAsync(table, TableClient.CreateQueryFilter($"PartitionKey eq {"1e1"}")));
    }

    [Fact]
    public async Task A_second_alternative_is_not_overlooked()
    {
        var table = new TableServiceClient(azurite.ConnectionString).GetTableClient("TwoPartitions");
        await table.CreateAsync();
        await table.AddEntityAsync(new TableEntity("a", "1") { ["Colour"] = "red" });
        await table.AddEntityAsync(new TableEntity("b", "2") { ["Colour"] = "blue" });

        Assert.Equal(["a 1", "b 2"], await KeysAsync(table, "PartitionKey eq 'a' or Colour eq 'blue'"));
        Assert.Equal(["a 1", "b 2"], await KeysAsync(table, "PartitionKey eq 'a' and Colour eq 'red' or PartitionKey eq 'b'"));
        Assert.Equal(["a 1"], await KeysAsync(table, "PartitionKey eq 'a' and (Colour eq 'blue' or Colour eq 'red')"));
    }

    private static async Task ChangeAsync(TableClient table, Random random)
    {
        var partition = Partitions[random.Next(Partitions.Length)];
        var row = new TableEntity(partition, $"{random.Next(12):D2}") { ["Number"] = random.Next(3) };
        try
        {
            switch (random.Next(5))
            {
                case 0:
                    await table.AddEntityAsync(row);
                    break;
                case 1:
                    await table.UpsertEntityAsync(row, TableUpdateMode.Replace);
                    break;
                case 2:
                    await table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Merge);
                    break;
                case 3:
                    await table.DeleteEntityAsync(partition, row.RowKey);
                    break;
                default:
                    // Often the last of them is refused, and the others are taken back.
                    await table.SubmitTransactionAsync(
                    [
                        new(TableTransactionActionType.UpsertReplace, row),
                        new(TableTransactionActionType.UpsertMerge, new TableEntity(partition, $"{random.Next(12, 15)}") { ["Number"] = 1 }),
                        new(TableTransactionActionType.Add, new TableEntity(partition, $"{random.Next(15, 18)}") { ["Number"] = 2 }),
                    ]);
                    break;
            }
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 409)
        {
        }
    }

    private static async Task AssertToldTheSameAsync(TableClient table)
    {
        foreach (var partition in Partitions)
        {
            Assert.Equal(
                await KeysAsync(table, TableClient.CreateQueryFilter($"PartitionKey ge {partition} and PartitionKey le {partition} and Number ge {1}")),
                await KeysAsync(table, TableClient.CreateQueryFilter($"PartitionKey eq {partition} and Number ge {1}")));
        }
    }

    // A page holds few, so that there are several.
    private static async Task<IReadOnlyList<string>> KeysAsync(TableClient table, string filter) =>
        await table.QueryAsync<TableEntity>(filter, maxPerPage: 4).Select(row => $"{row.PartitionKey} {row.RowKey}").ToListAsync();
}
