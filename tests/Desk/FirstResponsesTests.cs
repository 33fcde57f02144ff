using LeadFunctions.Clinic;
using LeadFunctions.Desk;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Desk;

/// <summary>Response times of people whose times are worked out by hand. The clocks of California are put forward on Sunday, March 8, 2026, and back on November 1.</summary>
public sealed class FirstResponsesTests : IAsyncDisposable
{
    private static readonly DateOnly FirstWeek = new(2026, 3, 2);

    private readonly TestApp app = new();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Half_and_nine_of_ten_are_told_by_week_and_kind_in_opening_hours_and_on_the_wall()
    {
        // Monday, five minutes. Friday ten minutes before the clinic closes, until ten after it opens on Saturday.
        await CaptureAsync("2026-03-02T10:00-08:00", "2026-03-02T10:05-08:00", LeadKind.Call);
        await CaptureAsync("2026-03-06T16:50-08:00", "2026-03-07T09:10-08:00", LeadKind.Call);

        // Saturday half an hour before it closes, until a quarter of an hour after it opens on Monday: the night between has one hour less.
        await CaptureAsync("2026-03-07T12:30-08:00", "2026-03-09T08:45-07:00", LeadKind.Call);

        // The last minutes of the week, and the first of the next.
        await CaptureAsync("2026-03-08T23:30-07:00", "2026-03-09T09:30-07:00", LeadKind.Appointment);
        await CaptureAsync("2026-03-09T00:30-07:00", "2026-03-09T08:30-07:00", LeadKind.Appointment);

        var found = await app.Get<FirstResponses>().ReadAsync(FirstWeek, FirstWeek.AddDays(13), default);

        Assert.Equal(
            [
                new(FirstWeek, LeadKind.Call, 3, Times(3, 20, 45), Times(3, 980, 2595)),
                new(FirstWeek, LeadKind.Appointment, 1, Times(1, 60, 60), Times(1, 600, 600)),
                new(FirstWeek.AddDays(7), LeadKind.Appointment, 1, Times(1, 0, 0), Times(1, 480, 480)),
                new(null, LeadKind.Call, 3, Times(3, 20, 45), Times(3, 980, 2595)),
                new FirstResponse(null, LeadKind.Appointment, 2, Times(2, 30, 60), Times(2, 540, 600)),
            ],
            found);
    }

    [Fact]
    public async Task Who_was_only_claimed_waits_and_who_is_held_back_or_spam_does_not_count()
    {
        await CaptureAsync("2026-03-03T10:00-08:00", answered: null, LeadKind.Call, lead => lead with { AssignedTo = "frontdesk@example.com" });
        await CaptureAsync("2026-03-03T10:00-08:00", answered: null, LeadKind.Call, lead => lead with { Quarantined = true });
        await CaptureAsync("2026-03-03T10:00-08:00", "2026-03-03T11:00-08:00", LeadKind.Call, lead => lead with { Status = LeadStatus.Spam });

        var found = (await app.Get<FirstResponses>().ReadAsync(FirstWeek, FirstWeek, default)).ToList();
        var week = (await app.Get<FirstResponses>().ReadAsync(FirstWeek, FirstWeek.AddDays(1), default))[0];

        Assert.All(found, none => Assert.Equal((0, 0, 0), (none.Captured, none.Answered, none.Waiting)));
        Assert.Equal((1, 0, 1), (week.Captured, week.Answered, week.Waiting));
        Assert.Null(week.Open);
    }

    [Theory]
    [InlineData("2026-10-31T12:00-07:00", "2026-11-02T09:00-08:00", 90)]
    [InlineData("2026-03-07T12:00-08:00", "2026-03-09T09:00-07:00", 90)]
    [InlineData("2026-07-02T17:00-07:00", "2026-07-06T08:45-07:00", 555)]
    [InlineData("2026-03-02T10:00-08:00", "2026-03-02T10:00-08:00", 0)]
    [InlineData("2026-03-02T11:00-08:00", "2026-03-02T10:00-08:00", 0)]
    public void Opening_hours_between_two_instants_leave_out_nights_holidays_and_the_hour_that_is_not_there(string from, string until, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), app.Get<ClinicProfile>().Hours.Between(At(from), At(until)));

    [Theory]
    [InlineData(10, 5.5, 9)]
    [InlineData(11, 6, 10)]
    [InlineData(1, 1, 1)]
    public void Nine_of_ten_is_one_of_the_times_and_half_may_lie_between_two(int count, double median, double ninetieth) => Assert.Equal(
        new ResponseTimes(count, TimeSpan.FromMinutes(median), TimeSpan.FromMinutes(ninetieth)),
        ResponseTimes.Of(Enumerable.Range(1, count).Reverse().Select(minutes => TimeSpan.FromMinutes(minutes))));

    private static ResponseTimes Times(int count, int median, int ninetieth) => new(count, TimeSpan.FromMinutes(median), TimeSpan.FromMinutes(ninetieth));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime();

    private Task<Lead> CaptureAsync(string captured, string? answered, LeadKind kind, Func<Lead, Lead>? change = null)
    {
        var lead = ALead.Captured(at: At(captured), kind: kind) with { FirstRespondedAt = answered is null ? null : At(answered) };
        return app.CaptureAsync(change?.Invoke(lead) ?? lead);
    }
}
