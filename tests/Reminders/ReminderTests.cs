using System.Globalization;
using LeadFunctions.Capture;
using LeadFunctions.Clinic;
using LeadFunctions.Email;
using LeadFunctions.FollowUp;
using LeadFunctions.Leads;
using LeadFunctions.Privacy;
using LeadFunctions.Reminders;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeadFunctions.Tests.Reminders;

/// <summary>The clock of the clinic's promise, for each lead: who is reminded, when, and when not.</summary>
public sealed class ReminderTests : IAsyncDisposable
{
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);

    private readonly TestApp app = new(settings:
    [
        ("Staff:Members:0", "anna@example.com;staff"),
        ("Staff:Members:1", "maria@example.com;staff;es"),
        ("Staff:Members:2", "boss@example.com;admin"),
        ("Staff:Members:3", "owner@example.com;admin"),
    ]);

    private readonly List<DateTimeOffset> at = [];

    public ReminderTests() => app.Provider.Meanwhile = mail =>
    {
        if (IsReminder(mail))
        {
            at.Add(app.Clock.GetUtcNow());
        }

        return Task.CompletedTask;
    };

    private List<EmailMessage> Reminders => [.. app.Provider.Accepted.Where(IsReminder)];

    // Noon of a Monday in the clinic.
    [Fact]
    public async Task A_call_that_nobody_answers_is_told_to_all_and_then_one_contact_after_the_other_for_each_promise()
    {
        await CaptureAsync(LeadKind.Call);

        await RunForAsync(TimeSpan.FromHours(3));

        Assert.Equal(["anna@example.com", "maria@example.com", "boss@example.com", "owner@example.com"], Reminders.Select(mail => mail.To[0]));
        Assert.Equal([15, 15, 30, 45], Minutes());
        Assert.Empty(app.Leads.Promises);
        Assert.StartsWith("Reminder: 1 request waiting", Reminders[0].Subject, StringComparison.Ordinal);
        Assert.Equal("Recordatorio: 1 solicitud en espera", Reminders[1].Subject);
        Assert.Contains("Your colleagues were reminded", Reminders[2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_appointment_is_given_its_own_four_hours()
    {
        await CaptureAsync(LeadKind.Appointment);

        await RunForAsync(TimeSpan.FromHours(5));

        Assert.Equal([240, 240], Minutes());
    }

    [Fact]
    public async Task Who_looks_after_it_is_reminded_alone_and_the_next_contact_reads_who_that_is()
    {
        var lead = await CaptureAsync(LeadKind.Call);
        app.Leads.Put(lead.Handle, lead with { AssignedTo = "maria@example.com" });

        await RunForAsync(TimeSpan.FromMinutes(35));

        Assert.Equal(["maria@example.com", "boss@example.com"], Reminders.Select(mail => mail.To[0]));
        Assert.Contains("claimed by maria@example.com", Reminders[1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("answered")]
    [InlineData("tried")]
    [InlineData("closed")]
    [InlineData("spam")]
    [InlineData("erased")]
    public async Task Nobody_is_reminded_of_what_is_over(string how)
    {
        var lead = await CaptureAsync(LeadKind.Call);
        await RunForAsync(TimeSpan.FromMinutes(20));
        app.Leads.Put(lead.Handle, how switch
        {
            "answered" => lead with { Status = LeadStatus.Contacted, FirstRespondedAt = app.Clock.GetUtcNow() },
            "tried" => lead.Call(CallResult.NoAnswer, app.Clock.GetUtcNow()),
            "closed" => lead with { Status = LeadStatus.Closed },
            "spam" => lead with { Status = LeadStatus.Spam },
            _ => null,
        });

        await RunForAsync(TimeSpan.FromHours(3));

        Assert.Equal(2, Reminders.Count);
        Assert.Empty(app.Leads.Promises);
    }

    // Saturday is open from 9 to 1, Sunday closed. The clocks go forward on 8 March 2026, and back on 1 November.
    [Theory]
    [InlineData("2026-03-06T16:55:00-08:00", "2026-03-07T09:10:00-08:00", "2026-03-07T09:25:00-08:00")]
    [InlineData("2026-03-07T12:50:00-08:00", "2026-03-09T08:35:00-07:00", "2026-03-09T08:50:00-07:00")]
    [InlineData("2026-03-08T01:30:00-08:00", "2026-03-09T08:45:00-07:00", "2026-03-09T09:00:00-07:00")]
    [InlineData("2026-10-31T12:50:00-07:00", "2026-11-02T08:35:00-08:00", "2026-11-02T08:50:00-08:00")]
    [InlineData("2026-11-01T01:30:00-07:00", "2026-11-02T08:45:00-08:00", "2026-11-02T09:00:00-08:00")]
    [InlineData("2026-11-25T17:25:00-08:00", "2026-11-28T09:10:00-08:00", "2026-11-28T09:25:00-08:00")]
    public async Task A_call_left_alone_while_the_clinic_is_closed_is_reminded_of_when_it_opens_and_not_before(string captured, string first, string second)
    {
        MoveTo(captured);
        await CaptureAsync(LeadKind.Call);

        await RunForAsync(TimeSpan.FromDays(4));

        Assert.Equal(4, at.Count);
        Assert.Equal([DateTimeOffset.Parse(first, CultureInfo.InvariantCulture), DateTimeOffset.Parse(first, CultureInfo.InvariantCulture), DateTimeOffset.Parse(second, CultureInfo.InvariantCulture)], at.Take(3));
        Assert.All(at, time => Assert.True(app.Get<ClinicProfile>().Hours.IsOpen(time)));
    }

    [Fact]
    public async Task A_promise_that_ends_as_the_clinic_closes_waits_for_the_morning()
    {
        MoveTo("2026-03-02T17:15:00-08:00");
        await CaptureAsync(LeadKind.Call);

        await RunForAsync(TimeSpan.FromHours(20));

        Assert.Equal(DateTimeOffset.Parse("2026-03-03T08:30:00-08:00", CultureInfo.InvariantCulture), at[0]);
    }

    [Fact]
    public async Task Danger_does_not_wait_for_the_clinic_to_open()
    {
        MoveTo("2026-03-07T23:00:00-08:00");
        var lead = await CaptureAsync(LeadKind.Appointment, isUrgent: true);

        await RunForAsync(TimeSpan.FromHours(2));

        Assert.Equal([5, 5, 10, 15], at.Select(time => (time - lead.CapturedAt).TotalMinutes));
        Assert.All(Reminders, mail => Assert.Contains("URGEN", mail.Subject, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Danger_that_looks_like_spam_is_reminded_of_too()
    {
        await CaptureAsync(LeadKind.Call, isUrgent: true, isQuarantined: true);

        await RunForAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(2, Reminders.Count);
    }

    [Fact]
    public async Task What_is_let_out_of_quarantine_is_promised_from_then_on()
    {
        var lead = ALead.Captured(at: app.Clock.GetUtcNow(), kind: LeadKind.Call) with { Quarantined = true };
        await app.Leads.CaptureAsync(ALead.New(lead), default);
        await RunForAsync(TimeSpan.FromHours(2));
        await app.Leads.ReleaseAsync(lead.Handle, app.Clock.GetUtcNow(), default);
        var released = app.Clock.GetUtcNow();

        await RunForAsync(TimeSpan.FromMinutes(20));

        Assert.Equal([released + TimeSpan.FromMinutes(15), released + TimeSpan.FromMinutes(15)], at);
    }

    [Fact]
    public async Task Many_at_once_are_one_mail_for_each_reader_which_lists_some_and_counts_the_rest()
    {
        for (var leads = 0; leads < 60; leads++)
        {
            await CaptureAsync(LeadKind.Call);
        }

        await RunForAsync(TimeSpan.FromMinutes(20));

        Assert.Equal(["anna@example.com", "maria@example.com"], Reminders.Select(mail => mail.To[0]));
        Assert.Equal("Reminder: 60 requests waiting", Reminders[0].Subject);
        Assert.Contains("And 50 more", Reminders[0].Text, StringComparison.Ordinal);
        Assert.InRange(Reminders[0].Html.Length, 1000, 100_000);
    }

    [Fact]
    public async Task Two_runs_at_once_remind_nobody_twice()
    {
        for (var leads = 0; leads < 20; leads++)
        {
            await CaptureAsync(LeadKind.Call);
        }

        app.Clock.Advance(TimeSpan.FromMinutes(15));
        var handler = app.Get<OverdueHandler>();
        await Task.WhenAll(handler.HandleAsync(default), handler.HandleAsync(default), handler.HandleAsync(default));

        Assert.Equal(20, app.Leads.Promises.Count(work => work.Key.Step == 1));
        Assert.InRange(Reminders.Count, 2, 6);
    }

    [Fact]
    public async Task A_timer_that_stopped_for_a_day_makes_no_storm()
    {
        await CaptureAsync(LeadKind.Call);
        app.Clock.Advance(TimeSpan.FromHours(24));

        await RunForAsync(TimeSpan.FromMinutes(20));

        Assert.Equal(3, Reminders.Count);
        Assert.Equal(TimeSpan.FromMinutes(15), at[2] - at[0]);
    }

    [Fact]
    public async Task A_reminder_that_is_refused_for_now_or_not_answered_comes_again_until_it_is_taken()
    {
        await CaptureAsync(LeadKind.Call);
        app.Provider.Answer = _ => new SendOutcome.Refused(null);
        await RunForAsync(TimeSpan.FromMinutes(30));
        app.Provider.Answer = _ => new SendOutcome.Unknown("timeout");
        await RunForAsync(TimeSpan.FromMinutes(30));
        Assert.Empty(Reminders);

        app.Provider.Answer = _ => new SendOutcome.Accepted(null);
        await RunForAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(["anna@example.com", "maria@example.com"], Reminders.Select(mail => mail.To[0]));
        Assert.All(app.Leads.Promises, work => Assert.Equal(1, work.Key.Step));
    }

    [Fact]
    public async Task Whoever_does_not_get_mail_is_passed_over_at_once()
    {
        var lead = await CaptureAsync(LeadKind.Call);
        app.Leads.Put(lead.Handle, lead with { AssignedTo = "maria@example.com" });
        app.Provider.Answer = mail => mail.To[0] == "maria@example.com" ? new SendOutcome.RefusedForGood("400") : new SendOutcome.Accepted(null);

        await RunForAsync(TimeSpan.FromMinutes(21));

        Assert.Equal(["boss@example.com"], Reminders.Select(mail => mail.To[0]));
        Assert.Equal(SendResult.Refused, app.Leads.Sends[new(lead.Id, Track.Promise, 0)].Result);
    }

    [Fact]
    public async Task A_run_that_dies_after_its_claim_is_made_good_by_a_later_one()
    {
        await CaptureAsync(LeadKind.Call);
        app.Clock.Advance(TimeSpan.FromMinutes(15));
        app.Provider.Meanwhile = _ => Task.FromResult(app.Leads.IsAway = true);
        await app.Get<OverdueHandler>().HandleAsync(default);
        Assert.Equal(2, Reminders.Count);

        (app.Leads.IsAway, app.Provider.Meanwhile) = (false, _ => Task.CompletedTask);
        await RunForAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(["anna@example.com", "maria@example.com"], Reminders.Skip(2).Select(mail => mail.To[0]));
        Assert.All(app.Leads.Promises, work => Assert.Equal(1, work.Key.Step));
    }

    [Fact]
    public async Task A_mail_that_fails_does_not_keep_the_others_from_being_told()
    {
        await CaptureAsync(LeadKind.Call);
        app.Provider.Answer = mail => mail.To[0] == "anna@example.com" ? throw new InvalidOperationException("broken") : new SendOutcome.Accepted(null);

        await RunForAsync(TimeSpan.FromMinutes(20));

        Assert.Equal(["maria@example.com"], Reminders.Select(mail => mail.To[0]));
    }

    [Fact]
    public async Task While_storage_is_away_nothing_is_lost()
    {
        await CaptureAsync(LeadKind.Call);
        app.Clock.Advance(TimeSpan.FromMinutes(15));
        app.Leads.IsAway = true;
        await app.Get<OverdueHandler>().HandleAsync(default);
        app.Leads.IsAway = false;

        await app.Get<OverdueHandler>().HandleAsync(default);

        Assert.Equal(2, Reminders.Count);
    }

    [Fact]
    public async Task An_outside_monitor_that_wakes_the_drain_wakes_the_reminders_too_and_one_failure_stops_nothing_else()
    {
        await CaptureAsync(LeadKind.Call);
        app.Clock.Advance(TimeSpan.FromMinutes(15));
        await app.CaptureAsync(ALead.Captured(at: app.Clock.GetUtcNow()) with { Email = null });
        IWakeable[] others = [new Broken(), .. app.Get<IEnumerable<IWakeable>>()];

        Assert.Equal(2, await new WakeHandler(app.Get<DrainHandler>(), others, NullLogger<WakeHandler>.Instance).HandleAsync(default));

        Assert.Equal(2, Reminders.Count);
        Assert.Equal(
            [nameof(OverdueHandler), nameof(PrivacyWorkHandler), nameof(SpillHandler)],
            app.Get<IEnumerable<IWakeable>>().Select(other => other.GetType().Name).Order());
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private sealed class Broken : IWakeable
    {
        public Task WakeAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("broken");
    }

    private static bool IsReminder(EmailMessage mail) => mail.SendId.StartsWith("reminder", StringComparison.Ordinal);

    private IEnumerable<double> Minutes() => at.Select(time => (time - ALead.Noon).TotalMinutes);

    private void MoveTo(string instant) => app.Clock.SetUtcNow(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture));

    private async Task<Lead> CaptureAsync(LeadKind kind, bool isUrgent = false, bool isQuarantined = false)
    {
        var lead = await app.CaptureAsync(ALead.Captured(at: app.Clock.GetUtcNow(), kind: kind) with { IsUrgent = isUrgent, Quarantined = isQuarantined, Email = null });
        await app.DrainAsync();
        return lead;
    }

    // Every five minutes, as the timer does, and the drain with it.
    private async Task RunForAsync(TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += FiveMinutes)
        {
            app.Clock.Advance(FiveMinutes);
            await app.DrainAsync();
            await app.Get<OverdueHandler>().HandleAsync(default);
        }
    }
}
