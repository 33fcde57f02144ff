using System.Text.Json;
using Azure;
using Azure.Data.Tables;

namespace LeadFunctions.Tests.Packages.Tables;

public sealed class PocoMappingTests
{
    private static readonly DateTimeOffset Noon = new DateTimeOffset(2026, 12, 1, 12, 0, 0, TimeSpan.Zero).AddTicks(1234567);

    [Fact]
    public async Task Each_property_is_written_as_its_type_demands()
    {
        var json = await WriteAsync(new Visit
        {
            ETag = new ETag("W/\"1\""),
            Timestamp = Noon,
            Text = "x",
            Whole = 1,
            Big = 2,
            Real = 1,
            Flag = true,
            Id = Guid.Empty,
            Utc = Noon.UtcDateTime,
            At = Noon,
            Bytes = [1, 2, 3],
            Data = BinaryData.FromBytes("\u0004\u0005"u8.ToArray()),
            Day = DayOfWeek.Friday,
            Original = "o",
            Ignored = "i",
        });

        Assert.Equal(
            """
            {"PartitionKey":"a00","RowKey":"L~1","Text":"x","Whole":1,"NullableWhole":null,"Big":"2","Big@odata.type":"Edm.Int64",
            "NullableBig":null,"Real":1,"Real@odata.type":"Edm.Double","NullableReal":null,"Flag":true,
            "Id":"00000000-0000-0000-0000-000000000000","Id@odata.type":"Edm.Guid",
            "Utc":"2026-12-01T12:00:00.1234567Z","Utc@odata.type":"Edm.DateTime",
            "At":"2026-12-01T12:00:00.1234567Z","At@odata.type":"Edm.DateTime","NullableAt":null,
            "Bytes":"AQID","Bytes@odata.type":"Edm.Binary","Data":"BAU=","Data@odata.type":"Edm.Binary",
            "Day":"Friday","NullableDay":null,"renamed":"o","Computed":"filled"}
            """.ReplaceLineEndings(string.Empty),
            json);
    }

    [Fact]
    public async Task Each_property_is_read_back_as_it_was_written()
    {
        var written = new Visit
        {
            Text = "x",
            Whole = int.MinValue,
            NullableWhole = 3,
            Big = long.MaxValue,
            NullableBig = 4,
            Real = double.Epsilon,
            NullableReal = 1,
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

        var read = await ReadAsync(await WriteAsync(written));

        Assert.Equal(JsonSerializer.Serialize(written), JsonSerializer.Serialize(read));
        Assert.Equal(DateTimeKind.Utc, read.Utc.Kind);
    }

    [Fact]
    public async Task The_version_and_the_time_come_from_the_service()
    {
        var visit = await ReadAsync("""{"odata.etag":"W/\"1\"","Timestamp":"2026-12-01T12:00:00.1234567Z","ETag":"not this"}""");

        Assert.Equal((new ETag("W/\"1\""), Noon), (visit.ETag, visit.Timestamp));
    }

    [Fact]
    public async Task What_the_class_does_not_know_is_passed_over()
    {
        var visit = await ReadAsync("""{"other@odata.type":"Edm.Int64","other":"5","list":[{"Text":"no"}],"Ignored":"no","Original":"no","Text":"yes"}""");

        Assert.Equal(("yes", null, null), (visit.Text, visit.Ignored, visit.Original));
    }

    [Fact]
    public async Task Null_and_absent_leave_the_default()
    {
        var visit = await ReadAsync("""{"Big":null,"NullableBig":null,"Text":null}""");

        Assert.Equal((0L, null, null, 0), (visit.Big, visit.NullableBig, visit.Text, visit.Whole));
    }

    [Theory]
    [InlineData("3", 3.0)]
    [InlineData("2.5", 2.5)]
    [InlineData("\"NaN\"", double.NaN)]
    [InlineData("\"-Infinity\"", double.NegativeInfinity)]
    public async Task A_double_is_read_in_every_form_that_the_service_writes(string json, double value)
    {
        Assert.Equal(value, (await ReadAsync($$"""{"Real":{{json}}}""")).Real);
    }

    [Theory]
    [InlineData("""{"Flag":"true"}""", typeof(InvalidCastException))]
    [InlineData("""{"Whole":"5"}""", typeof(InvalidCastException))]
    [InlineData("""{"Big":"x"}""", typeof(FormatException))]
    [InlineData("""{"Day":"Someday"}""", typeof(ArgumentException))]
    public async Task A_value_that_does_not_fit_its_property_is_an_error(string json, Type exception)
    {
        await Assert.ThrowsAsync(exception, () => ReadAsync(json));
    }

    [Fact]
    public async Task Explicit_keys_and_inherited_properties_are_written()
    {
        Assert.Equal("""{"Own":"o","Key":"k","PartitionKey":"k","RowKey":"k"}""", await WriteAsync(new Derived()));
    }

    [Fact]
    public async Task A_class_without_a_parameterless_constructor_cannot_be_read()
    {
        await Assert.ThrowsAsync<MissingMethodException>(() => ReadAsync<Closed>("{}"));
    }

    private static async Task<string> WriteAsync<T>(T entity)
        where T : ITableEntity
    {
        var service = new RecordingTransport();
        await RecordedClients.Table(service).AddEntityAsync(entity);
        return service.Only.Body;
    }

    private static Task<Visit> ReadAsync(string json) => ReadAsync<Visit>(json);

    private static async Task<T> ReadAsync<T>(string json)
        where T : class, ITableEntity
    {
        var service = new RecordingTransport(new Answer(200, json));
        return (await RecordedClients.Table(service).GetEntityAsync<T>("a00", "L~1")).Value;
    }

    private class Base : ITableEntity
    {
        public string Key { get; set; } = "k";

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }

        string ITableEntity.PartitionKey
        {
            get => Key;
            set => Key = value;
        }

        string ITableEntity.RowKey
        {
            get => Key;
            set => Key = value;
        }
    }

    private sealed class Derived : Base
    {
        public string Own { get; set; } = "o";
    }

    private sealed class Closed(string key) : ITableEntity
    {
        public string PartitionKey { get; set; } = key;

        public string RowKey { get; set; } = key;

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }
    }
}
