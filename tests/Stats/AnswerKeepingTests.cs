using LeadFunctions.Leads;
using LeadFunctions.Stats;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Stats;

/// <summary>How soon staff answered, as it is kept for the pages that show it.</summary>
public sealed class AnswerKeepingTests : IAsyncDisposable
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    private readonly TestApp app = new();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Each_week_and_kind_is_kept_and_who_came_lately_together()
    {
        await CaptureAsync(weeksAgo: 0, LeadKind.Call, minutes: 10);
        await CaptureAsync(weeksAgo: 0, LeadKind.Call, minutes: 30);
        await CaptureAsync(weeksAgo: 1, LeadKind.Appointment, minutes: 60);
        await CaptureAsync(weeksAgo: 20, LeadKind.Call, minutes: 5);
        await CaptureAsync(weeksAgo: 60, LeadKind.Call, minutes: 5);
        app.Clock.Advance(TimeSpan.FromHours(2));

        await UpdateAsync();

        Assert.Equal([Monday.AddDays(-140), Monday.AddDays(-7), Monday], (await WeeksAsync()).Select(week => week.Monday));
        Assert.Equal(new(LeadKind.Call, 2, 2, TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(30)), Assert.Single((await WeeksAsync())[^1].ByKind));
        var recent = (await app.Events.Statistics.RecentAsync(default))!;
        Assert.Equal((Monday.AddDays(-28), app.Clock.GetUtcNow()), (recent.From, recent.At));
        Assert.Equal([2, 1], recent.ByKind.Select(times => times.Answered));
    }

    [Fact]
    public async Task An_answer_that_comes_later_is_seen_half_an_hour_later_and_one_to_an_old_request_the_next_day()
    {
        var now = await CaptureAsync(weeksAgo: 0, LeadKind.Call, minutes: null);
        var old = await CaptureAsync(weeksAgo: 20, LeadKind.Call, minutes: null);
        await UpdateAsync();
        app.Leads.Put(now.Handle, now with { FirstRespondedAt = now.CapturedAt.AddMinutes(5) });
        app.Leads.Put(old.Handle, old with { FirstRespondedAt = old.CapturedAt.AddMinutes(5) });

        app.Clock.Advance(TimeSpan.FromMinutes(29));
        await UpdateAsync();
        Assert.Equal([0, 0], await AnsweredAsync());
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await UpdateAsync();
        Assert.Equal([0, 1], await AnsweredAsync());
        app.Clock.Advance(TimeSpan.FromDays(1));
        await UpdateAsync();
        Assert.Equal([1, 1], await AnsweredAsync());
    }

    private Task UpdateAsync() => app.Get<FigureUpdate>().HandleAsync(default);

    private Task<IReadOnlyList<AnswerWeek>> WeeksAsync() => app.Events.Statistics.WeeksAsync(Monday.AddDays(-700), Monday.AddDays(7), default);

    private async Task<IEnumerable<int>> AnsweredAsync() => (await WeeksAsync()).Select(week => week.ByKind.Sum(times => times.Answered));

    // At the clinic's noon of a Monday: it is open.
    private Task<Lead> CaptureAsync(int weeksAgo, LeadKind kind, int? minutes)
    {
        var at = ALead.Noon.AddDays(-7 * weeksAgo);
        return app.CaptureAsync(ALead.Captured(at: at, kind: kind) with { FirstRespondedAt = minutes is { } after ? at.AddMinutes(after) : null });
    }
}
