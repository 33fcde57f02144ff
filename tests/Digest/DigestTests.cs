using LeadFunctions.Digest;
using LeadFunctions.Email;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Digest;

public sealed class DigestTests : IAsyncDisposable
{
    // The clinic's clock shows noon on Monday; its digest comes at half past seven.
    private static readonly TimeSpan ToNextMorning = TimeSpan.FromHours(19.5);

    private readonly TestApp app = new();

    [Fact]
    public async Task Staff_get_the_leads_of_the_day_in_the_clinics_next_morning()
    {
        await TickAsync();
        await app.CaptureAsync();
        await app.CaptureAsync(ALead.Captured(kind: LeadKind.Call));

        app.Clock.Advance(ToNextMorning - TimeSpan.FromMinutes(1));
        await TickAsync();
        Assert.Empty(app.Provider.Posted);

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await TickAsync();
        Assert.Equal(["frontdesk@example.com"], Assert.Single(app.Provider.Accepted).To);
    }

    [Fact]
    public async Task A_morning_has_one_digest_however_often_the_timer_fires()
    {
        await TickAsync();
        await app.CaptureAsync();
        app.Clock.Advance(ToNextMorning);

        for (var tick = 0; tick < 20; tick++)
        {
            await TickAsync();
            await app.CaptureAsync();
            app.Clock.Advance(TimeSpan.FromMinutes(15));
        }

        Assert.Single(app.Provider.Accepted);
    }

    [Fact]
    public async Task Every_lead_is_in_exactly_one_digest()
    {
        await TickAsync();
        for (var day = 0; day < 5; day++)
        {
            var lead = await app.CaptureAsync();
            app.Clock.Advance(TimeSpan.FromDays(1));
            await TickAsync();
            Answer(lead);
        }

        app.Clock.Advance(TimeSpan.FromDays(1));
        await TickAsync();

        Assert.Equal(5, app.Provider.Accepted.Count);
    }

    [Fact]
    public async Task There_is_no_digest_of_nothing()
    {
        for (var day = 0; day < 3; day++)
        {
            await TickAsync();
            app.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Empty(app.Provider.Posted);
    }

    [Fact]
    public async Task A_digest_that_was_not_accepted_comes_again_with_every_lead_in_it()
    {
        await TickAsync();
        await app.CaptureAsync();
        app.Clock.Advance(ToNextMorning);
        app.Provider.Answer = _ => new SendOutcome.Unknown("500");
        await TickAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(15));

        app.Provider.Answer = _ => new SendOutcome.Accepted(null);
        await TickAsync();

        Assert.Equal(2, app.Provider.Posted.Count);
        Assert.Equal(app.Provider.Posted[0].Subject, app.Provider.Posted[1].Subject);
    }

    [Fact]
    public async Task A_clinic_that_missed_its_morning_gets_the_digest_when_the_timer_runs_again()
    {
        await TickAsync();
        await app.CaptureAsync();

        app.Clock.Advance(ToNextMorning + TimeSpan.FromHours(9));
        await TickAsync();

        Assert.Single(app.Provider.Accepted);
    }

    [Fact]
    public async Task Leads_in_quarantine_are_counted_in_the_digest()
    {
        await TickAsync();
        await app.CaptureAsync(ALead.Captured() with { Quarantined = true });

        app.Clock.Advance(ToNextMorning);
        await TickAsync();

        Assert.Contains("1 request held back as probable spam", Assert.Single(app.Provider.Accepted).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_came_after_the_morning_is_for_the_next_one()
    {
        await app.CaptureAsync();
        await TickAsync();
        Assert.Empty(app.Provider.Posted);

        app.Clock.Advance(ToNextMorning);
        await TickAsync();

        Assert.Single(app.Provider.Accepted);
    }

    [Fact]
    public async Task A_mail_that_was_given_up_is_told_of_once_by_its_reference()
    {
        var lead = await app.CaptureAsync();
        app.Clock.Advance(ToNextMorning);
        await TickAsync();
        var work = app.Leads.Due.Single(work => work.Key.Track == Track.Visitor);
        await app.Leads.TryMoveAsync(new(work) { DeadLetter = "refused" }, default);
        Answer(lead);

        for (var day = 0; day < 3; day++)
        {
            app.Clock.Advance(TimeSpan.FromDays(1));
            await TickAsync();
        }

        Assert.Equal(2, app.Provider.Accepted.Count);
        Assert.Contains(lead.Id.ToReference("PAMB"), app.Provider.Accepted[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alert_that_was_given_up_is_told_of_as_one_and_nobody_is_asked_to_call_the_visitor_for_it()
    {
        var lead = await app.CaptureAsync();
        var work = app.Leads.Due.Single(work => work.Key.Track == Track.Alert);
        await app.Leads.TryMoveAsync(new(work) { DeadLetter = "refused" }, default);

        app.Clock.Advance(ToNextMorning);
        await TickAsync();

        var digest = Assert.Single(app.Provider.Accepted);
        Assert.Contains($"An alert to staff did not arrive for {lead.Id.ToReference("PAMB")}.", digest.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Please call these people instead", digest.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Digests_of_two_workers_at_once_are_one()
    {
        await TickAsync();
        await app.CaptureAsync();
        app.Clock.Advance(ToNextMorning);
        var begun = new TaskCompletionSource();
        app.Provider.Meanwhile = _ => begun.Task;

        var ticks = Enumerable.Range(0, 8).Select(_ => TickAsync()).ToList();
        begun.SetResult();
        await Task.WhenAll(ticks);

        Assert.Single(app.Provider.Posted);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private void Answer(Lead lead) => app.Leads.Put(lead.Handle, lead with { Status = LeadStatus.Contacted, FirstRespondedAt = app.Clock.GetUtcNow() });

    private Task TickAsync() => app.Get<DigestHandler>().HandleAsync(default);
}
