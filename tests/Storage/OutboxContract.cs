using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Storage;

/// <summary>What <see cref="IOutbox"/> promises of the changes that <see cref="ILeadStore"/> makes; each keeper of the promise runs all of it.</summary>
public abstract class OutboxContract
{
    private static readonly DateTimeOffset Noon = ALead.Noon;

    protected abstract ILeadStore Leads { get; }

    protected abstract IOutbox Outbox { get; }

    [Fact]
    public async Task A_mail_to_a_visitor_that_was_taken_is_noted_with_what_it_was()
    {
        var lead = ALead.Captured();
        await Leads.CaptureAsync(ALead.New(lead), default);

        await FinishAsync(lead, Track.Visitor, SendResult.Accepted);

        var note = Assert.Single(await NotesAsync(lead.Contact));
        Assert.Equal((OutboxKind.Sent, lead.Handle, 0, "appointment.1"), (note.Kind, note.Lead!.Value, note.Step, note.Sequence));
        Assert.Equal(Noon.AddMinutes(1), note.At);
        Assert.Equal(["one", "two"], note.Articles);
    }

    [Theory]
    [InlineData(Track.Alert, SendResult.Accepted)]
    [InlineData(Track.Visitor, SendResult.Capped)]
    [InlineData(Track.Visitor, SendResult.DeadLetter)]
    public async Task A_mail_to_staff_or_one_that_was_not_taken_is_not_noted(Track track, SendResult result)
    {
        var lead = ALead.Captured();
        await Leads.CaptureAsync(ALead.New(lead), default);

        await FinishAsync(lead, track, result);

        Assert.Empty(await NotesAsync(lead.Contact));
    }

    [Fact]
    public async Task A_move_that_is_lost_notes_nothing()
    {
        var lead = ALead.Captured();
        await Leads.CaptureAsync(ALead.New(lead), default);
        var work = await WorkAsync(lead, Track.Visitor);
        await Leads.TryMoveAsync(new(work) { Next = work with { DueAt = Noon.AddHours(1) } }, default);

        Assert.IsType<MoveOutcome.Lost>(await Leads.TryMoveAsync(new(work) { Record = Record(work, SendResult.Accepted) }, default));

        Assert.Empty(await NotesAsync(lead.Contact));
    }

    [Fact]
    public async Task A_release_is_noted_and_a_capture_is_not()
    {
        var lead = ALead.Captured() with { Quarantined = true };
        await Leads.CaptureAsync(ALead.New(lead), default);
        Assert.Empty(await NotesAsync(lead.Contact));

        await Leads.ReleaseAsync(lead.Handle, Noon.AddDays(1), default);

        var note = Assert.Single(await NotesAsync(lead.Contact));
        Assert.Equal((OutboxKind.Captured, lead.Handle), (note.Kind, note.Lead!.Value));
    }

    [Fact]
    public async Task Saying_stop_is_noted_once_and_again_only_when_it_was_earlier()
    {
        var contact = ALead.AContact();
        await StopAsync(SuppressionReason.Bounced, Noon);
        Assert.Empty(await NotesAsync(contact));

        await StopAsync(SuppressionReason.Unsubscribed, Noon);
        var first = Assert.Single(await NotesAsync(contact));
        await StopAsync(SuppressionReason.Unsubscribed, Noon.AddHours(1));
        Assert.Equal(first, Assert.Single(await NotesAsync(contact)));
        await StopAsync(SuppressionReason.Unsubscribed, Noon.AddHours(-1));

        // What was read before it was noted again is not done.
        await Outbox.DoneAsync([first], default);
        var second = Assert.Single(await NotesAsync(contact));
        Assert.Equal((OutboxKind.Unsubscribed, contact, Noon.AddHours(-1)), (second.Kind, second.Contact!.Value, second.At));
        await Outbox.DoneAsync([second], default);
        await Outbox.DoneAsync([second], default);
        Assert.Empty(await NotesAsync(contact));

        Task StopAsync(SuppressionReason reason, DateTimeOffset at) => Leads.SuppressAsync(contact, [new(reason, at)], default);
    }

    [Fact]
    public async Task The_newest_leads_are_found_from_an_instant_on()
    {
        var contact = ALead.AContact();
        var times = new[] { Noon.AddYears(3), Noon.AddYears(3).AddTicks(1), Noon.AddYears(4) };
        var leads = times.Select(at => ALead.Captured(contact, at)).ToList();
        foreach (var lead in leads)
        {
            await Leads.CaptureAsync(ALead.New(lead), default);
        }

        var ours = leads.Select(lead => lead.Handle).ToHashSet();
        Assert.Equal([leads[2].Handle, leads[1].Handle, leads[0].Handle], await Outbox.CapturedAsync(contact.Shard, times[0], default).Where(ours.Contains).ToListAsync());
        Assert.Equal([leads[2].Handle, leads[1].Handle], await Outbox.CapturedAsync(contact.Shard, times[1], default).Where(ours.Contains).ToListAsync());
        Assert.Equal(ours, await Outbox.OfContactAsync(contact, default).ToHashSetAsync());
        Assert.Empty(await Outbox.OfContactAsync(ALead.AContact(), default).ToListAsync());
    }

    private async Task<List<OutboxNote>> NotesAsync(ContactKey contact) => await Outbox.WaitingAsync(contact.Shard, default)
        .Where(note => note.Contact == contact || (note.Lead is not null && note.Lead == LatestOf(contact)))
        .ToListAsync();

    private LeadHandle? LatestOf(ContactKey contact) =>
        Outbox.OfContactAsync(contact, default).ToBlockingEnumerable().Select(lead => (LeadHandle?)lead).LastOrDefault();

    private async Task FinishAsync(Lead lead, Track track, SendResult result)
    {
        var work = await WorkAsync(lead, track);
        Assert.IsType<MoveOutcome.Committed>(await Leads.TryMoveAsync(new(work) { Record = Record(work, result) }, default));
    }

    private async Task<DueWork> WorkAsync(Lead lead, Track track) => await Leads
        .DueAsync(lead.Contact.Shard, Noon.AddHours(1), int.MaxValue, default)
        .SingleAsync(work => work.Key.Lead == lead.Id && work.Key.Track == track);

    private static SendRecord Record(DueWork work, SendResult result) => new()
    {
        Key = work.Key,
        Result = result,
        At = Noon.AddMinutes(1),
        Articles = ["one", "two"],
        SequenceVersion = 1,
    };
}
