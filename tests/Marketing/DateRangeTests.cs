using LeadFunctions.Marketing;

namespace LeadFunctions.Tests.Marketing;

public sealed class DateRangeTests
{
    [Theory]
    [InlineData("2026-03-31", "2026-01-01", "2026-03-31")]
    [InlineData("2026-03-30", "2025-10-01", "2025-12-31")]
    [InlineData("2026-12-31", "2026-10-01", "2026-12-31")]
    [InlineData("2027-01-01", "2026-10-01", "2026-12-31")]
    [InlineData("2028-02-29", "2027-10-01", "2027-12-31")]
    public void A_quarter_is_the_last_that_is_over(string date, string from, string to) =>
        Assert.Equal(new(DateOnly.Parse(from, null), DateOnly.Parse(to, null)), DateRange.QuarterBy(DateOnly.Parse(date, null)));

    [Fact]
    public void Before_are_as_many_dates_and_they_end_where_it_begins()
    {
        var range = DateRange.Until(new(2026, 3, 31), 31);

        Assert.Equal(new(new(2026, 3, 1), new(2026, 3, 31)), range);
        Assert.Equal(new(new(2026, 1, 29), new(2026, 2, 28)), range.Before);
        Assert.Equal("from=2026-03-01&to=2026-03-31", range.Query);
    }
}
