using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Packages.Tables;

public sealed class EntitiesOnAzuriteTests(AzuriteFixture azurite) : OnAzurite(azurite)
{
    private static readonly DateTimeOffset Noon = new DateTimeOffset(2026, 12, 1, 12, 0, 0, TimeSpan.Zero).AddTicks(1234567);

    [Fact]
    public async Task An_entity_comes_back_with_every_value_and_type()
    {
        var written = new TableEntity("it's", "L~1 %&+é~")
        {
            ["text"] = "Zoë \"x\" <b>\r\n",
            ["int"] = int.MinValue,
            ["long"] = long.MaxValue,
            ["real"] = 0.1,
            ["flag"] = false,
            ["id"] = Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"),
            ["at"] = Noon,
            ["bytes"] = new byte[] { 0, 255 },
            ["absent"] = null!,
        };
        await Table.AddEntityAsync(written);

        var read = (await Table.GetEntityAsync<TableEntity>("it's", "L~1 %&+é~")).Value;

        foreach (var (name, value) in written)
        {
            Assert.Equal(value, read[name]);
        }

        Assert.NotEqual(default, read.ETag);
        Assert.NotNull(read.Timestamp);
    }

    [Fact]
    public async Task An_object_comes_back_as_it_was()
    {
        var written = new Visit
        {
            Text = "x",
            Whole = -1,
            NullableWhole = 3,
            Big = long.MinValue,
            NullableBig = 4,
            Real = 1,
            NullableReal = 2.5,
            Flag = true,
            Id = Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"),
            Utc = Noon.UtcDateTime,
            At = Noon,
            NullableAt = Noon,
            Bytes = [1],
            Data = BinaryData.FromString("y"),
            Day = DayOfWeek.Friday,
            NullableDay = DayOfWeek.Monday,
            Original = "o",
        };
        await Table.AddEntityAsync(written);

        var read = (await Table.GetEntityAsync<Visit>(written.PartitionKey, written.RowKey)).Value;

        (written.ETag, written.Timestamp) = (read.ETag, read.Timestamp);
        Assert.Equal(JsonSerializer.Serialize(written), JsonSerializer.Serialize(read));
    }

    [Fact]
    public async Task An_entity_is_added_once()
    {
        var lead = new TableEntity("a00", "L~1");
        var added = await Table.AddEntityAsync(lead);

        var exception = await Assert.ThrowsAsync<RequestFailedException>(() => Table.AddEntityAsync(lead));

        Assert.Equal(204, added.Status);
        Assert.NotNull(added.Headers.ETag);
        Assert.Equal(409, exception.Status);
        Assert.Equal(TableErrorCode.EntityAlreadyExists.ToString(), exception.ErrorCode);
    }

    [Fact]
    public async Task An_update_wins_only_with_the_version_that_is_there()
    {
        var lead = new TableEntity("a00", "L~1") { ["step"] = 1 };
        var first = (await Table.AddEntityAsync(lead)).Headers.ETag!.Value;
        lead["step"] = 2;
        var second = (await Table.UpdateEntityAsync(lead, first)).Headers.ETag!.Value;

        var exception = await Assert.ThrowsAsync<RequestFailedException>(() => Table.UpdateEntityAsync(lead, first));

        Assert.NotEqual(first, second);
        Assert.Equal(412, exception.Status);
        Assert.Equal(TableErrorCode.UpdateConditionNotSatisfied.ToString(), exception.ErrorCode);
        Assert.Equal(second, (await Table.GetEntityAsync<TableEntity>("a00", "L~1")).Value.ETag);
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge, 1)]
    [InlineData(TableUpdateMode.Replace, null)]
    public async Task Merging_keeps_what_replacing_drops(TableUpdateMode mode, int? kept)
    {
        await Table.UpsertEntityAsync(new TableEntity("a00", "L~1") { ["old"] = 1 });

        await Table.UpsertEntityAsync(new TableEntity("a00", "L~1") { ["new"] = 2 }, mode);

        var read = (await Table.GetEntityAsync<TableEntity>("a00", "L~1")).Value;
        Assert.Equal((kept, 2), (read.GetInt32("old"), read.GetInt32("new")));
    }

    [Fact]
    public async Task Updating_or_reading_what_is_not_there_is_an_error_and_deleting_is_none()
    {
        var lead = new TableEntity("a00", "L~1");

        var update = await Assert.ThrowsAsync<RequestFailedException>(() => Table.UpdateEntityAsync(lead, ETag.All));
        var read = await Assert.ThrowsAsync<RequestFailedException>(() => Table.GetEntityAsync<TableEntity>("a00", "L~1"));
        var optional = await Table.GetEntityIfExistsAsync<TableEntity>("a00", "L~1");
        var delete = await Table.DeleteEntityAsync("a00", "L~1");

        Assert.Equal((404, 404, false, 404), (update.Status, read.Status, optional.HasValue, delete.Status));
        Assert.Equal(TableErrorCode.ResourceNotFound.ToString(), read.ErrorCode);
    }

    [Fact]
    public async Task Deleting_another_version_is_refused()
    {
        var lead = new TableEntity("a00", "L~1");
        var old = (await Table.AddEntityAsync(lead)).Headers.ETag!.Value;
        await Table.UpsertEntityAsync(lead);

        var exception = await Assert.ThrowsAsync<RequestFailedException>(() => Table.DeleteEntityAsync(lead, old));
        await Table.DeleteEntityAsync(lead);

        Assert.Equal(412, exception.Status);
        Assert.False((await Table.GetEntityIfExistsAsync<TableEntity>("a00", "L~1")).HasValue);
    }

    [Fact]
    public async Task Only_what_is_selected_comes_back()
    {
        await Table.AddEntityAsync(new TableEntity("a00", "L~1") { ["step"] = 1, ["text"] = "x" });

        var read = (await Table.GetEntityAsync<TableEntity>("a00", "L~1", ["step"])).Value;

        Assert.Equal((1, null), (read.GetInt32("step"), read.GetString("text")));
    }
}
