using LeadFunctions.Desk;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Desk;

public sealed class AnswerClockTests : IAsyncDisposable
{
    private readonly TestApp app = new();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public void A_call_on_a_friday_night_is_due_on_saturday_and_one_on_saturday_afternoon_on_monday()
    {
        var clock = app.Get<AnswerClock>();

        // Friday 6 March 2026, 20:00 in California; the clocks are put forward on the Sunday after.
        var friday = ALead.Captured(at: new(2026, 3, 7, 4, 0, 0, TimeSpan.Zero), kind: LeadKind.Call);
        var saturday = ALead.Captured(at: new(2026, 3, 7, 23, 0, 0, TimeSpan.Zero), kind: LeadKind.Call);

        Assert.Equal(new(2026, 3, 7, 17, 15, 0, TimeSpan.Zero), clock.DueBy(friday));
        Assert.Equal(new(2026, 3, 9, 15, 45, 0, TimeSpan.Zero), clock.DueBy(saturday));
        Assert.False(clock.IsOverdue(saturday, clock.DueBy(saturday)));
        Assert.True(clock.IsOverdue(saturday, clock.DueBy(saturday).AddTicks(1)));
        Assert.False(clock.IsOverdue(saturday with { FirstRespondedAt = saturday.CapturedAt }, clock.DueBy(saturday).AddDays(1)));
    }

    [Fact]
    public void A_list_knows_the_same_overdue_leads_as_the_clock_at_every_hour_of_two_weeks()
    {
        var clock = app.Get<AnswerClock>();
        var leads = Enumerable.Range(0, 100)
            .Select(index => ALead.Captured(at: ALead.Noon.AddHours(5 * index).AddMinutes(index), kind: index % 2 == 0 ? LeadKind.Call : LeadKind.Appointment))
            .ToList();

        for (var now = ALead.Noon; now < ALead.Noon.AddDays(14); now += TimeSpan.FromMinutes(185))
        {
            var overdue = clock.OverdueAt(now);
            Assert.Equal(leads.Where(lead => clock.IsOverdue(lead, now)), leads.Where(overdue.Is));
        }
    }

    [Theory]
    [InlineData(7, 4, 0, 15)]
    [InlineData(7, 17, 5, 10)]
    [InlineData(7, 17, 15, 0)]
    [InlineData(9, 17, 0, 0)]
    public void What_is_left_of_the_promise_is_counted_in_opening_hours(int day, int hour, int minute, int left)
    {
        var friday = ALead.Captured(at: new(2026, 3, 7, 4, 0, 0, TimeSpan.Zero), kind: LeadKind.Call);

        Assert.Equal(TimeSpan.FromMinutes(left), app.Get<AnswerClock>().LeftOf(friday, new(2026, 3, day, hour, minute, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void Who_came_just_after_what_is_overdue_is_not()
    {
        var clock = app.Get<AnswerClock>();
        var now = new DateTimeOffset(2026, 3, 9, 15, 45, 0, TimeSpan.Zero).AddTicks(1);

        var bound = clock.OverdueAt(now).CallsBefore;

        Assert.True(clock.IsOverdue(ALead.Captured(at: bound.AddTicks(-1), kind: LeadKind.Call), now));
        Assert.False(clock.IsOverdue(ALead.Captured(at: bound, kind: LeadKind.Call), now));
    }
}
