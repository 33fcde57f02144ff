using System.Globalization;
using Azure.Data.Tables;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Packages.Tables;

public sealed class QueriesOnAzuriteTests(AzuriteFixture azurite) : OnAzurite(azurite)
{
    [Fact]
    public async Task Pages_follow_each_other_to_the_last_row_in_order()
    {
        await FillAsync(25);

        var sizes = new List<int>();
        var rows = new List<string>();
        await foreach (var page in Table.QueryAsync<TableEntity>(maxPerPage: 10).AsPages())
        {
            sizes.Add(page.Values.Count);
            rows.AddRange(page.Values.Select(entity => entity.RowKey));
        }

        Assert.Equal([10, 10, 5], sizes.Where(size => size > 0));
        Assert.Equal(Enumerable.Range(0, 25).Select(Row), rows);
    }

    [Fact]
    public async Task Reading_goes_on_where_a_token_says()
    {
        await FillAsync(5);
        string? token = null;
        await foreach (var page in Table.QueryAsync<TableEntity>().AsPages(pageSizeHint: 2))
        {
            token = page.ContinuationToken;
            break;
        }

        var rest = new List<string>();
        await foreach (var page in Table.QueryAsync<TableEntity>().AsPages(token))
        {
            rest.AddRange(page.Values.Select(entity => entity.RowKey));
        }

        Assert.Equal([Row(2), Row(3), Row(4)], rest);
    }

    [Fact]
    public async Task A_filter_of_every_type_finds_its_row_and_no_other()
    {
        var at = new DateTimeOffset(2026, 12, 1, 12, 0, 0, TimeSpan.Zero).AddTicks(1234567);
        var id = Guid.Parse("00112233-4455-6677-8899-aabbccddeeff");
        await Table.AddEntityAsync(new TableEntity("O'Hara", "1")
        {
            ["text"] = "it's",
            ["int"] = 5,
            ["long"] = 5_000_000_000L,
            ["real"] = 2.5,
            ["flag"] = true,
            ["id"] = id,
            ["at"] = at,
            ["bytes"] = new byte[] { 1, 171 },
        });
        await Table.AddEntityAsync(new TableEntity("O'Hara", "2")
        {
            ["text"] = "its",
            ["int"] = 6,
            ["long"] = 5_000_000_001L,
            ["real"] = 2.6,
            ["flag"] = false,
            ["id"] = Guid.Empty,
            ["at"] = at.AddMilliseconds(1),
            ["bytes"] = new byte[] { 1 },
        });
        FormattableString[] filters =
        [
            $"PartitionKey eq {"O'Hara"} and RowKey eq {"1"}", $"text eq {"it's"}", $"int lt {6}", $"long eq {5_000_000_000L}", $"real lt {2.55}",
            $"flag eq {true}", $"id eq {id}", $"at le {at}", $"bytes eq {new byte[] { 1, 171 }}",
        ];

        foreach (var filter in filters.Select(TableClient.CreateQueryFilter))
        {
            Assert.Equal((filter, "1"), (filter, string.Join(',', await RowsAsync(filter))));
        }
    }

    [Fact]
    public async Task A_range_of_row_keys_is_read_without_the_rest()
    {
        await FillAsync(20);

        var rows = await RowsAsync(TableClient.CreateQueryFilter($"PartitionKey eq {"a00"} and RowKey ge {Row(3)} and RowKey lt {Row(6)}"));

        Assert.Equal([Row(3), Row(4), Row(5)], rows);
    }

    [Fact]
    public async Task Objects_come_with_their_versions()
    {
        await Table.AddEntityAsync(new Visit { Big = 7, Day = DayOfWeek.Friday });

        var visits = new List<Visit>();
        await foreach (var visit in Table.QueryAsync<Visit>("Big eq 7L"))
        {
            visits.Add(visit);
        }

        var found = Assert.Single(visits);
        Assert.Equal((7L, DayOfWeek.Friday), (found.Big, found.Day));
        Assert.NotEqual(default, found.ETag);
    }

    [Fact]
    public async Task Tables_are_found_by_name()
    {
        var account = new TableServiceClient(ConnectionString);
        await account.CreateTableIfNotExistsAsync(Table.Name);

        var names = new List<string>();
        await foreach (var table in account.QueryAsync(TableServiceClient.CreateQueryFilter($"TableName eq {Table.Name}")))
        {
            names.Add(table.Name);
        }

        Assert.Equal([Table.Name], names);
    }

    private async Task FillAsync(int count)
    {
        var actions = Enumerable.Range(0, count).Select(index => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("a00", Row(index))));
        await Table.SubmitTransactionAsync(actions);
    }

    private async Task<List<string>> RowsAsync(string filter)
    {
        var rows = new List<string>();
        await foreach (var entity in Table.QueryAsync<TableEntity>(filter, select: ["RowKey"]))
        {
            rows.Add(entity.RowKey);
        }

        return rows;
    }

    private static string Row(int index) => "D~" + index.ToString("D6", CultureInfo.InvariantCulture);
}
