using Azure.Data.Tables;

namespace LeadFunctions.Tests.Packages.Tables;

/// <summary>https://learn.microsoft.com/rest/api/storageservices/querying-tables-and-entities#constructing-filter-strings</summary>
public sealed class QueryFilterTests
{
    public static TheoryData<object?, string> Literals => new()
    {
        { "O'Hara", "'O''Hara'" },
        { "' or 1 eq 1 or '", "''' or 1 eq 1 or '''" },
        { 'c', "'c'" },
        { 1, "1" },
        { 5L, "5L" },
        { 1.5, "1.5" },
        { 1.0, "1" },
        { true, "true" },
        { null, "null" },
        { Guid.Empty, "guid'00000000-0000-0000-0000-000000000000'" },
        { DateTime.UnixEpoch, "datetime'1970-01-01T00:00:00Z'" },
        { DateTime.UnixEpoch.AddTicks(1234567), "datetime'1970-01-01T00:00:00.1234567Z'" },
        { new DateTimeOffset(2026, 12, 1, 1, 0, 0, TimeSpan.FromHours(2)), "datetime'2026-11-30T23:00:00Z'" },
        { new byte[] { 1, 0xAB }, "X'01AB'" },
        { BinaryData.FromBytes("\u0002"u8.ToArray()), "X'02'" },
    };

    [Theory]
    [MemberData(nameof(Literals))]
    public void A_value_is_quoted_as_its_type_demands(object? value, string literal)
    {
        Assert.Equal($"a eq {literal} and b", TableClient.CreateQueryFilter($"a eq {value} and b"));
        Assert.Equal($"a eq {literal} and b", TableServiceClient.CreateQueryFilter($"a eq {value} and b"));
    }

    [Fact]
    public void A_value_that_no_property_can_have_is_refused()
    {
        var exception = Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"a eq {1} and b eq {DayOfWeek.Friday}"));

        Assert.Equal("Unable to convert argument 1 from type System.DayOfWeek to an OData literal.", exception.Message);
    }
}
