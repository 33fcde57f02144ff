using Azure;
using Azure.Data.Tables;

namespace LeadFunctions.Tests.Packages.Tables;

public sealed class TableEntityTests
{
    private static readonly DateTimeOffset Noon = new(2026, 12, 1, 14, 0, 0, TimeSpan.FromHours(2));

    [Fact]
    public void Keys_are_properties_too()
    {
        var entity = new TableEntity("a00", "L~1") { ["name"] = "Ada" };

        Assert.Equal(["PartitionKey", "RowKey", "name"], entity.Keys);
        Assert.Equal("a00", entity["PartitionKey"]);
        Assert.Equal(3, entity.Count);
    }

    [Fact]
    public void A_property_that_is_not_there_is_null()
    {
        var entity = new TableEntity("a00", "L~1");

        Assert.Null(entity["name"]);
        Assert.Null(entity.GetString("name"));
        Assert.Null(entity.GetInt64("name"));
        Assert.Null(entity.Timestamp);
        Assert.Equal(default, entity.ETag);
        Assert.False(entity.TryGetValue("name", out _));
    }

    [Fact]
    public void A_property_is_read_as_the_type_that_it_has()
    {
        var id = Guid.Parse("00112233-4455-6677-8899-aabbccddeeff");
        var entity = new TableEntity
        {
            ["text"] = "x",
            ["int"] = 1,
            ["long"] = 2L,
            ["real"] = 2.5,
            ["flag"] = true,
            ["id"] = id,
            ["at"] = Noon,
            ["bytes"] = new byte[] { 1 },
        };

        Assert.Equal("x", entity.GetString("text"));
        Assert.Equal(1, entity.GetInt32("int"));
        Assert.Equal(2L, entity.GetInt64("long"));
        Assert.Equal(2.5, entity.GetDouble("real"));
        Assert.True(entity.GetBoolean("flag"));
        Assert.Equal(id, entity.GetGuid("id"));
        Assert.Equal(Noon, entity.GetDateTimeOffset("at"));
        Assert.Equal(Noon.UtcDateTime, entity.GetDateTime("at"));
        Assert.Equal([1], entity.GetBinary("bytes")!);
        Assert.Equal([1], entity.GetBinaryData("bytes")!.ToArray());
    }

    [Fact]
    public void A_property_is_not_read_as_another_type()
    {
        var entity = new TableEntity { ["int"] = 1 };

        var exception = Assert.Throws<InvalidOperationException>(() => entity.GetInt64("int"));

        Assert.Equal("Cannot return System.Nullable`1[System.Int64] type for a System.Int32 typed property.", exception.Message);
    }

    [Fact]
    public void A_whole_number_set_over_a_long_or_a_double_keeps_the_type()
    {
        var entity = new TableEntity { ["long"] = 1L, ["real"] = 1.5, ["text"] = "x" };

        entity["long"] = 2;
        entity["real"] = 2;
        entity["text"] = 2;

        Assert.Equal(2L, entity.GetInt64("long"));
        Assert.Equal(2.0, entity.GetDouble("real"));
        Assert.Equal(2, entity.GetInt32("text"));
    }

    [Fact]
    public void Adding_a_property_twice_sets_it()
    {
        var entity = new TableEntity { { "step", 1 }, { "step", 2 } };

        Assert.Equal(2, entity.GetInt32("step"));
    }

    [Fact]
    public void An_entity_made_of_a_dictionary_does_not_share_it()
    {
        var values = new Dictionary<string, object> { ["PartitionKey"] = "a00", ["RowKey"] = "L~1", ["step"] = 1 };
        var entity = new TableEntity(values);

        values["step"] = 2;

        Assert.Equal(("a00", "L~1", 1), (entity.PartitionKey, entity.RowKey, entity.GetInt32("step")));
    }

    [Fact]
    public void The_version_and_the_time_are_kept_beside_the_properties()
    {
        var entity = new TableEntity("a00", "L~1") { ETag = new ETag("W/\"1\""), Timestamp = Noon };

        Assert.Equal(new ETag("W/\"1\""), entity.ETag);
        Assert.Equal(Noon, entity.Timestamp);
        Assert.Equal(["PartitionKey", "RowKey", "odata.etag", "Timestamp"], entity.Keys);
    }

    [Fact]
    public void It_is_a_dictionary()
    {
        IDictionary<string, object> entity = new TableEntity("a00", "L~1");
        var pairs = new KeyValuePair<string, object>[2];

        entity.CopyTo(pairs, 0);

        Assert.Equal(pairs, entity);
        Assert.Contains(pairs[0], entity);
        Assert.True(entity.Remove(pairs[0]));
        Assert.False(entity.ContainsKey("PartitionKey"));
        entity.Clear();
        Assert.Empty(entity);
    }
}
