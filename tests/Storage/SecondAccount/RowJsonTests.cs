using Azure.Data.Tables;
using LeadFunctions.Storage;

namespace LeadFunctions.Tests.Storage;

public sealed class RowJsonTests
{
    [Fact]
    public void Every_column_comes_back_with_its_own_type_and_value()
    {
        var row = new TableEntity("a00", "L~1")
        {
            ["Text"] = "Zoë said \"stop\"\n\u2028",
            ["Empty"] = "",
            ["LooksLikeATime"] = "2026-03-02T20:00:00Z",
            ["Flag"] = true,
            ["Number"] = int.MinValue,
            ["Large"] = long.MaxValue,
            ["Double"] = 0.1,
            ["NotANumber"] = double.NaN,
            ["Endless"] = double.NegativeInfinity,
            ["Id"] = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"),
            ["Time"] = new DateTimeOffset(2026, 3, 2, 20, 0, 0, TimeSpan.Zero).AddTicks(1234567),
            ["Bytes"] = new byte[] { 0, 1, 255 },
        };

        var back = RowJson.Read("a00", "L~1", RowJson.Write(row));

        Assert.Equal(
            row.Where(column => column.Key is not ("Timestamp" or "odata.etag")).OrderBy(column => column.Key),
            back.OrderBy(column => column.Key));
    }
}
