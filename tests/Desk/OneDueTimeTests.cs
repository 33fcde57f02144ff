using System.Globalization;
using LeadFunctions.Desk;
using LeadFunctions.Digest;
using LeadFunctions.Leads;
using LeadFunctions.Reminders;
using LeadFunctions.StaffMail;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Desk;

/// <summary>Queue, list, digest, mails and reminders say the same of when an answer is due, whatever is promised and whatever lies between.</summary>
public sealed class OneDueTimeTests : IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    private readonly TestApp app = new();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    // Friday closes at 17:00, Saturday is open from 9 to 13; the clocks go forward on 8 March 2026 and back on 1 November; Thursday 26 November is a
    // holiday, and so is the day after. What is urgent waits for nothing of this.
    [Theory]
    [InlineData("call", "2026-03-06T16:55:00-08:00", "2026-03-07T09:10:00-08:00")]
    [InlineData("call", "2026-03-07T12:50:00-08:00", "2026-03-09T08:35:00-07:00")]
    [InlineData("call", "2026-10-31T12:50:00-07:00", "2026-11-02T08:35:00-08:00")]
    [InlineData("call", "2026-11-25T17:25:00-08:00", "2026-11-28T09:10:00-08:00")]
    [InlineData("appointment", "2026-03-06T16:00:00-08:00", "2026-03-07T12:00:00-08:00")]
    [InlineData("appointment", "2026-03-07T11:00:00-08:00", "2026-03-09T10:30:00-07:00")]
    [InlineData("appointment", "2026-10-31T11:00:00-07:00", "2026-11-02T10:30:00-08:00")]
    [InlineData("appointment", "2026-11-25T16:30:00-08:00", "2026-11-28T12:00:00-08:00")]
    [InlineData("urgent", "2026-03-07T12:58:00-08:00", "2026-03-07T13:03:00-08:00")]
    [InlineData("urgent", "2026-03-08T01:58:00-08:00", "2026-03-08T03:03:00-07:00")]
    [InlineData("urgent", "2026-11-01T01:58:00-07:00", "2026-11-01T01:03:00-08:00")]
    [InlineData("urgent", "2026-11-26T03:00:00-08:00", "2026-11-26T03:05:00-08:00")]
    [InlineData("urgent held", "2026-11-26T03:00:00-08:00", "2026-11-26T03:05:00-08:00")]
    [InlineData("call let out", "2026-03-07T12:50:00-08:00", "2026-03-09T08:35:00-07:00")]
    [InlineData("urgent let out", "2026-03-07T12:58:00-08:00", "2026-03-07T13:03:00-08:00")]
    public async Task Everybody_says_the_same(string what, string began, string expected)
    {
        var (lead, due) = (ALeadOf(what, At(began)), At(expected));
        await app.Leads.CaptureAsync(ALead.New(lead), default);
        app.Leads.Put(lead.Handle, lead);

        Assert.Equal(due, app.Get<AnswerClock>().DueBy(lead));
        Assert.Equal(due, app.Get<StaffLeadFacts>().AnswerBy(lead));
        Assert.Equal((Queue: false, List: false, Digest: false, Reminder: false), await OverdueAsync(lead, due));
        Assert.Equal((Queue: true, List: true, Digest: true, Reminder: true), await OverdueAsync(lead, due + Tick));
        Assert.Equal(TimeSpan.FromMinutes(1), app.Get<AnswerClock>().LeftOf(lead, due - TimeSpan.FromMinutes(1)));
        Assert.Equal(TimeSpan.Zero, app.Get<AnswerClock>().LeftOf(lead, due + TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task What_is_urgent_is_on_the_list_of_what_is_late_at_night_and_the_others_are_not()
    {
        var captured = At("2026-11-26T03:00:00-08:00");
        var urgent = ALead.Captured(at: captured) with { IsUrgent = true };
        await app.Leads.CaptureAsync(ALead.New(urgent), default);
        await app.Leads.CaptureAsync(ALead.New(ALead.Captured(at: captured, kind: LeadKind.Call)), default);

        Assert.Equal([urgent.Id], (await ListAsync(captured.AddMinutes(6))).Select(lead => lead.Id));
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static Lead ALeadOf(string what, DateTimeOffset began)
    {
        var lead = ALead.Captured(at: began, kind: what.StartsWith("call", StringComparison.Ordinal) ? LeadKind.Call : LeadKind.Appointment) with
        {
            IsUrgent = what.StartsWith("urgent", StringComparison.Ordinal),
            Quarantined = what.EndsWith("held", StringComparison.Ordinal),
        };
        return what.EndsWith("let out", StringComparison.Ordinal) ? lead with { CapturedAt = began.AddHours(-5), ReleasedAt = began } : lead;
    }

    private async Task<(bool Queue, bool List, bool Digest, bool Reminder)> OverdueAsync(Lead lead, DateTimeOffset now)
    {
        app.Clock.AdjustTime(now);
        var digest = await app.Get<DigestSummary>().ReadAsync(new([], [], []), new(2026, 1, 2), now, default);
        return (
            app.Get<AnswerClock>().IsOverdue(lead, now),
            (await ListAsync(now)).Any(found => found.Id == lead.Id),
            digest.Urgent.Concat(digest.Overdue).Any(told => told.Id == lead.Id),
            IsReminded(lead, now));
    }

    private async Task<IReadOnlyList<Lead>> ListAsync(DateTimeOffset now) =>
        (await app.Leads.ListAsync(new() { Overdue = app.Get<AnswerClock>().OverdueAt(now) }, after: null, 10, default)).Leads;

    // Staff are reminded at the end of the promise itself: it is over then.
    private bool IsReminded(Lead lead, DateTimeOffset now)
    {
        var work = new DueWork { Key = new(lead.Id, Track.Promise, 0), Lead = lead.Handle, Kind = lead.Kind, Contact = lead.Contact, DueAt = now };
        return app.Get<PromiseRules>().Decide(work, lead, now - Tick, out _) is not null;
    }
}
