using Azure.Data.Tables;

namespace LeadFunctions.Tests.Packages.Tables;

/// <summary>Values on the wire, as https://learn.microsoft.com/rest/api/storageservices/payload-format-for-table-service-operations has them.</summary>
public sealed class EntityJsonTests
{
    public static TheoryData<object?, string> Values => new()
    {
        { null, "null" },
        { "é\"<", "\"\\u00E9\\u0022\\u003C\"" },
        { 1, "1" },
        { true, "true" },
        { long.MinValue, "\"-9223372036854775808\",\"v@odata.type\":\"Edm.Int64\"" },
        { ulong.MaxValue, "\"18446744073709551615\",\"v@odata.type\":\"Edm.Int64\"" },
        { 1.0, "1,\"v@odata.type\":\"Edm.Double\"" },
        { double.MaxValue, "1.7976931348623157E+308,\"v@odata.type\":\"Edm.Double\"" },
        { double.NaN, "\"NaN\",\"v@odata.type\":\"Edm.Double\"" },
        { Guid.Empty, "\"00000000-0000-0000-0000-000000000000\",\"v@odata.type\":\"Edm.Guid\"" },
        { DateTime.UnixEpoch.AddTicks(1234567), "\"1970-01-01T00:00:00.1234567Z\",\"v@odata.type\":\"Edm.DateTime\"" },
        { new DateTimeOffset(2026, 12, 1, 1, 0, 0, TimeSpan.FromHours(2)), "\"2026-11-30T23:00:00.0000000Z\",\"v@odata.type\":\"Edm.DateTime\"" },
        { new byte[] { 1, 2, 3 }, "\"AQID\",\"v@odata.type\":\"Edm.Binary\"" },
        { BinaryData.FromBytes("\u0004\u0005"u8.ToArray()), "\"BAU=\",\"v@odata.type\":\"Edm.Binary\"" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_value_is_written_with_the_type_that_JSON_does_not_show(object? value, string json)
    {
        var service = new RecordingTransport();

        await RecordedClients.Table(service).AddEntityAsync(new TableEntity("p", "r") { ["v"] = value! });

        Assert.Equal("{\"PartitionKey\":\"p\",\"RowKey\":\"r\",\"v\":" + json + "}", service.Only.Body);
    }

    [Theory]
    [InlineData("\"v\":null", null)]
    [InlineData("\"v\":\"text\"", "text")]
    [InlineData("\"v\":7", 7)]
    [InlineData("\"v\":3000000000", 3000000000L)]
    [InlineData("\"v\":1.0", 1.0)]
    [InlineData("\"v\":1e3", 1000.0)]
    [InlineData("\"v\":true", true)]
    [InlineData("\"v@odata.type\":\"Edm.Int64\",\"v\":\"7\"", 7L)]
    [InlineData("\"v\":\"7\",\"v@odata.type\":\"Edm.Int64\"", 7L)]
    [InlineData("\"v@odata.type\":\"Edm.Double\",\"v\":\"NaN\"", double.NaN)]
    [InlineData("\"v@odata.type\":\"Edm.Double\",\"v\":\"Infinity\"", double.PositiveInfinity)]
    public async Task A_value_is_read_as_the_type_that_the_service_gives_or_shows(string json, object? value)
    {
        Assert.Equal(value, (await ReadAsync(json))["v"]);
    }

    [Fact]
    public async Task Times_ids_and_bytes_are_read_exactly()
    {
        var entity = await ReadAsync(
            """
            "at@odata.type":"Edm.DateTime","at":"2026-12-01T02:03:04.1234567Z",
            "id@odata.type":"Edm.Guid","id":"00112233-4455-6677-8899-aabbccddeeff",
            "bytes@odata.type":"Edm.Binary","bytes":"AQID"
            """);

        Assert.Equal(new DateTimeOffset(2026, 12, 1, 2, 3, 4, TimeSpan.Zero).AddTicks(1234567), entity["at"]);
        Assert.Equal(Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"), entity["id"]);
        Assert.Equal(new byte[] { 1, 2, 3 }, entity["bytes"]);
    }

    [Fact]
    public async Task The_services_own_properties_are_read_and_never_written_back()
    {
        var service = new RecordingTransport();
        var entity = await ReadAsync("\"Timestamp\":\"2026-12-01T02:03:04.1234567Z\",\"step\":1");

        await RecordedClients.Table(service).UpsertEntityAsync(entity);

        Assert.Equal(new DateTimeOffset(2026, 12, 1, 2, 3, 4, TimeSpan.Zero).AddTicks(1234567), entity.Timestamp);
        Assert.Equal("""{"PartitionKey":"p","RowKey":"r","step":1}""", service.Only.Body);
    }

    [Theory]
    [InlineData(DateTimeKind.Local)]
    [InlineData(DateTimeKind.Unspecified)]
    public async Task A_time_that_is_not_UTC_is_refused(DateTimeKind kind)
    {
        var service = new RecordingTransport();
        var entity = new TableEntity("p", "r") { ["at"] = new DateTime(2026, 12, 1, 0, 0, 0, kind) };

        await Assert.ThrowsAsync<NotSupportedException>(() => RecordedClients.Table(service).AddEntityAsync(entity));

        Assert.Empty(service.Sent);
    }

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public async Task An_infinite_number_is_refused(double value)
    {
        var table = RecordedClients.Table(new RecordingTransport());

        await Assert.ThrowsAsync<ArgumentException>(() => table.AddEntityAsync(new TableEntity("p", "r") { ["v"] = value }));
        await Assert.ThrowsAsync<ArgumentException>(() => table.AddEntityAsync(new Visit { Real = value }));
    }

    [Theory]
    [InlineData(DayOfWeek.Friday)]
    [InlineData((short)1)]
    [InlineData((byte)1)]
    [InlineData('c')]
    public async Task A_value_of_another_type_is_refused(object value)
    {
        var service = new RecordingTransport();
        var entity = new TableEntity("p", "r") { ["v"] = value };

        await Assert.ThrowsAsync<NotSupportedException>(() => RecordedClients.Table(service).AddEntityAsync(entity));

        Assert.Empty(service.Sent);
    }

    private static async Task<TableEntity> ReadAsync(string properties)
    {
        var service = new RecordingTransport(new Answer(200, $$"""
            {"odata.metadata":"m","odata.etag":"W/\"1\"","PartitionKey":"p","RowKey":"r",{{properties}}}
            """));
        return (await RecordedClients.Table(service).GetEntityAsync<TableEntity>("p", "r")).Value;
    }
}
