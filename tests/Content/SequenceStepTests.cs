using LeadFunctions.Clinic;
using LeadFunctions.FollowUp;

namespace LeadFunctions.Tests.Content;

public sealed class SequenceStepTests
{
    private static readonly ClinicTime PaloAlto = new(TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles"));

    [Fact]
    public void A_step_without_a_time_of_day_is_due_exactly_as_long_after_the_capture()
    {
        var captured = new DateTimeOffset(2026, 3, 7, 15, 20, 0, TimeSpan.Zero);

        var due = new SequenceStep(1, TimeSpan.FromHours(36), 1, At: null).DueAt(captured, PaloAlto);

        Assert.Equal(captured.AddHours(36), due);
    }

    [Theory]
    [InlineData("2026-06-01T23:50:00-07:00", 1, "2026-06-02T09:00:00-07:00")]
    [InlineData("2026-06-01T00:10:00-07:00", 1, "2026-06-02T09:00:00-07:00")]
    [InlineData("2026-06-01T12:00:00-07:00", 10, "2026-06-11T09:00:00-07:00")]
    [InlineData("2026-03-07T12:00:00-08:00", 1, "2026-03-08T09:00:00-07:00")]
    [InlineData("2026-10-31T23:30:00-07:00", 2, "2026-11-02T09:00:00-08:00")]
    public void A_step_with_a_time_of_day_is_due_then_so_many_dates_later(string captured, int days, string expected)
    {
        var due = Step(days, 9, 0).DueAt(DateTimeOffset.Parse(captured, null), PaloAlto);

        Assert.Equal(DateTimeOffset.Parse(expected, null), due);
    }

    [Fact]
    public void A_step_whose_time_of_day_is_skipped_is_due_right_after_the_gap()
    {
        var due = Step(1, 2, 30).DueAt(DateTimeOffset.Parse("2026-03-07T12:00:00-08:00", null), PaloAlto);

        Assert.Equal(DateTimeOffset.Parse("2026-03-08T03:00:00-07:00", null), due);
    }

    [Fact]
    public void A_step_of_the_same_day_whose_time_has_passed_waits_for_the_next_day()
    {
        var step = new SequenceStep(1, TimeSpan.FromHours(1), 1, new TimeOnly(9, 0));

        var due = step.DueAt(DateTimeOffset.Parse("2026-06-01T12:00:00-07:00", null), PaloAlto);

        Assert.Equal(DateTimeOffset.Parse("2026-06-02T09:00:00-07:00", null), due);
    }

    [Theory]
    [InlineData("America/Los_Angeles")]
    [InlineData("Europe/London")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Africa/Cairo")]
    public void Steps_a_day_apart_are_due_on_dates_of_their_own_after_the_capture(string zone)
    {
        var time = new ClinicTime(TimeZoneInfo.FindSystemTimeZoneById(zone));
        var end = new DateTimeOffset(2028, 1, 1, 0, 0, 0, TimeSpan.Zero);

        for (var captured = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero); captured < end; captured += TimeSpan.FromMinutes(95))
        {
            var first = Step(1, 0, 30).DueAt(captured, time);
            var second = Step(2, 0, 30).DueAt(captured, time);

            Assert.True(first > captured);
            Assert.Equal(time.DateAt(first).AddDays(1), time.DateAt(second));
        }
    }

    [Fact]
    public void A_sequence_ends_after_its_last_step()
    {
        var sequence = new Sequence("Call", 1, [Step(1, 9, 0)]);

        Assert.Equal((null, 1, null), (sequence.Step(0), sequence.Step(1)?.Number, sequence.Step(2)));
    }

    private static SequenceStep Step(int days, int hour, int minute) => new(1, TimeSpan.FromDays(days), 1, new TimeOnly(hour, minute));
}
