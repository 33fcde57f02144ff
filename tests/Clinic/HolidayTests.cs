using LeadFunctions.Clinic;

namespace LeadFunctions.Tests.Clinic;

public sealed class HolidayTests
{
    [Theory]
    [InlineData("2026-12-24", "2026-12-24")]
    [InlineData("january 1", "2026-01-01")]
    [InlineData("February 29", "2028-02-29")]
    [InlineData("fourth thursday of november", "2026-11-26")]
    [InlineData("first monday of september", "2026-09-07")]
    [InlineData("last monday of may", "2026-05-25")]
    [InlineData("last friday of december", "2027-12-31")]
    public void A_holiday_falls_on_its_day_and_on_no_other_of_that_month(string text, string day)
    {
        var expected = DateOnly.Parse(day, null);
        Assert.True(HolidayText.TryRead(text, out var holiday));

        var days = Enumerable.Range(1, DateTime.DaysInMonth(expected.Year, expected.Month))
            .Select(number => new DateOnly(expected.Year, expected.Month, number))
            .Where(holiday.Is);

        Assert.Equal([expected], days);
    }

    [Theory]
    [InlineData("")]
    [InlineData("smarch 1")]
    [InlineData("april 31")]
    [InlineData("april 0")]
    [InlineData("2026-02-30")]
    [InlineData("fifth monday of may")]
    [InlineData("last 1 of may")]
    [InlineData("first monday in may")]
    public void What_is_no_day_is_refused(string text) => Assert.False(HolidayText.TryRead(text, out _));
}
