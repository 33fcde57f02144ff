using LeadFunctions.Languages;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Storage;

/// <summary>What <see cref="IPersonStore"/>, <see cref="IErasureStore"/> and <see cref="IPrivacyRequests"/> promise; each keeper of the promise runs all of it.</summary>
public abstract class RightsContract
{
    private static readonly DateTimeOffset Noon = ALead.Noon;

    protected abstract ILeadStore Leads { get; }

    protected abstract IPersonStore People { get; }

    protected abstract IErasureStore Erasures { get; }

    protected abstract IPrivacyRequests Requests { get; }

    protected abstract ISuppressionList Suppressions { get; }

    [Fact]
    public async Task A_persons_word_is_kept_with_its_receipt_and_can_be_taken_back()
    {
        var lead = await CapturedAsync();
        var said = new ConsentReceipt(ConsentChannel.Articles, IsAgreed: false, null, Noon.AddHours(1), ConsentSource.Preferences);

        await ChangeAsync(lead.Contact, contact => new(
            contact with { ArticlesRevokedAt = Noon.AddHours(1), PausedUntil = Noon.AddDays(30), Language = new(Language.Spanish, Noon) }, said));
        var revoked = await People.FindAsync(lead.Contact, default);
        await ChangeAsync(lead.Contact, contact => new(contact with { ArticlesRevokedAt = null, PausedUntil = null, Language = null }));
        var back = await People.FindAsync(lead.Contact, default);

        Assert.True(revoked!.Contact.HasRevokedArticles(lead));
        Assert.Equal((Noon.AddDays(30), Language.Spanish), (revoked.Contact.PausedUntil, revoked.Contact.Language!.Language));
        Assert.Equal(lead.Id, revoked.Contact.LatestLead);
        Assert.False(revoked.Agrees(ConsentChannel.Articles));
        Assert.Equal([said], revoked.Receipts);
        Assert.Null(back!.Contact.ArticlesRevokedAt);
        Assert.Null(back.Contact.PausedUntil);
        Assert.Null(back.Contact.Language);
        Assert.Equal([said], back.Receipts);
        Assert.Equal(lead.Id, Assert.Single(back.Leads).Id);
    }

    [Fact]
    public async Task The_clock_of_a_promise_is_erased_with_its_lead()
    {
        var lead = await CapturedAsync();
        var work = await VisitorWorkAsync(lead);
        var promise = new DueWork { Key = new(lead.Id, Track.Promise, 0), Lead = lead.Handle, Kind = lead.Kind, Contact = lead.Contact, DueAt = Noon.AddHours(4) };
        await Leads.TryMoveAsync(new(work) { Begins = promise }, default);

        await Erasures.BeginAsync(lead.Contact, Noon, default);
        await Erasures.RemoveAsync(lead.Contact, lead.Handle, default);

        Assert.DoesNotContain(
            await Leads.PromisesAsync(lead.Contact.Shard, Noon.AddDays(1), int.MaxValue, default).ToListAsync(),
            left => left.Key.Lead == lead.Id);
    }

    [Fact]
    public async Task A_claim_that_was_decided_before_a_persons_word_fails()
    {
        var lead = await CapturedAsync();
        var work = await VisitorWorkAsync(lead);
        var contact = await Leads.FindContactAsync(lead.Contact, default);

        await ChangeAsync(lead.Contact, before => new(before with { ArticlesRevokedAt = Noon }));
        var outcome = await Leads.TryMoveAsync(new(work) { Next = work with { DueAt = Noon.AddHours(1), State = DueState.Sending }, Contact = contact }, default);

        Assert.IsType<MoveOutcome.Lost>(outcome);
    }

    [Fact]
    public async Task Work_that_waits_for_the_end_of_a_pause_goes_on_when_the_pause_is_ended()
    {
        var lead = await CapturedAsync();
        var until = Noon.AddDays(30);
        await ChangeAsync(lead.Contact, contact => new(contact with { PausedUntil = until }));
        var work = await VisitorWorkAsync(lead);
        await Leads.TryMoveAsync(new(work) { Next = work with { DueAt = until }, Contact = await Leads.FindContactAsync(lead.Contact, default) }, default);

        await ChangeAsync(lead.Contact, contact => new(contact with { PausedUntil = null }), Noon.AddDays(1));

        Assert.Equal(Noon.AddDays(1), (await VisitorWorkAsync(lead)).DueAt);
    }

    [Fact]
    public async Task An_old_word_told_late_does_not_undo_a_resubscription_and_a_new_one_does()
    {
        var lead = await CapturedAsync();
        await Leads.SuppressAsync(lead.Contact, [new(SuppressionReason.Unsubscribed, Noon), new(SuppressionReason.Complained, Noon)], default);

        await ChangeAsync(lead.Contact, contact => new(contact with { UnsubscribedAt = null, ComplainedAt = null, ResubscribedAt = Noon.AddDays(1) }));
        await Leads.SuppressAsync(lead.Contact, [new(SuppressionReason.Unsubscribed, Noon), new(SuppressionReason.Complained, Noon.AddHours(2))], default);
        Assert.False((await Leads.FindContactAsync(lead.Contact, default))!.IsSuppressed);

        await Leads.SuppressAsync(lead.Contact, [new(SuppressionReason.Unsubscribed, Noon.AddDays(2))], default);
        Assert.Equal(Noon.AddDays(2), (await Leads.FindContactAsync(lead.Contact, default))!.UnsubscribedAt);
    }

    [Fact]
    public async Task Nothing_is_left_of_somebody_erased_but_why_they_are_not_written_to()
    {
        var lead = await CapturedAsync();
        await AcceptedAsync(lead);
        await Leads.SuppressAsync(lead.Contact, [new(SuppressionReason.Unsubscribed, Noon)], default);
        await ChangeAsync(lead.Contact, contact => new(contact with { PausedUntil = Noon.AddDays(30) }, new ConsentReceipt(ConsentChannel.Calls, false, null, Noon, ConsentSource.PrivacyPage)));
        await Requests.AskAsync(lead.Contact, Noon, default);
        var other = await CapturedAsync();

        await EraseAsync(lead.Contact);

        Assert.Null(await Leads.FindAsync(lead.Handle, default));
        Assert.Null(await Leads.FindByIdAsync(lead.Id, default));
        Assert.Null(await Leads.FindSendAsync(lead.Contact, new(lead.Id, Track.Visitor, 0), default));
        var person = await People.FindAsync(lead.Contact, default);
        Assert.Empty(person!.Leads);
        Assert.Empty(person.Receipts);
        Assert.Equal((Noon, null, null), (person.Contact.UnsubscribedAt, person.Contact.PausedUntil, person.Contact.ErasingAt));
        Assert.DoesNotContain(await DueAsync(lead.Contact.Shard), work => work.Contact == lead.Contact);
        Assert.DoesNotContain(await Requests.AllAsync(lead.Contact.Shard, default).ToListAsync(), request => request.Contact == lead.Contact);
        Assert.DoesNotContain(lead.Contact, await Erasures.BegunAsync(lead.Contact.Shard, default).ToListAsync());
        Assert.NotNull(await Leads.FindAsync(other.Handle, default));
    }

    [Fact]
    public async Task Nothing_at_all_is_left_of_somebody_erased_who_may_be_written_to()
    {
        var lead = await CapturedAsync();

        await EraseAsync(lead.Contact);
        await EraseAsync(lead.Contact);

        Assert.Null(await People.FindAsync(lead.Contact, default));
    }

    [Fact]
    public async Task A_claim_of_somebody_who_is_being_erased_fails_and_its_work_is_gone()
    {
        var lead = await CapturedAsync();
        var work = await VisitorWorkAsync(lead);
        var contact = await Leads.FindContactAsync(lead.Contact, default);

        var erasure = await Erasures.BeginAsync(lead.Contact, Noon, default);
        Assert.IsType<MoveOutcome.Lost>(await Leads.TryMoveAsync(new(work) { Next = work with { DueAt = Noon.AddHours(1) }, Contact = contact }, default));
        Assert.NotNull((await Leads.FindContactAsync(lead.Contact, default))!.ErasingAt);

        await Erasures.RemoveAsync(lead.Contact, lead.Handle, default);
        await Erasures.FinishAsync(erasure, default);
        Assert.DoesNotContain(await DueAsync(lead.Contact.Shard), left => left.Contact == lead.Contact);
    }

    [Fact]
    public async Task A_mail_under_way_when_its_person_is_erased_leaves_no_trace()
    {
        var lead = await CapturedAsync();
        var work = await VisitorWorkAsync(lead);
        var claimed = ((MoveOutcome.Committed)await Leads.TryMoveAsync(
            new(work) { Next = work with { DueAt = Noon.AddMinutes(2), State = DueState.Sending }, Contact = await Leads.FindContactAsync(lead.Contact, default) }, default)).Next!;

        await EraseAsync(lead.Contact);
        var outcome = await Leads.TryMoveAsync(
            new(claimed)
            {
                Next = claimed with { Key = claimed.Key with { Step = 1 }, DueAt = Noon.AddDays(3), State = DueState.Due },
                Record = new() { Key = claimed.Key, Result = SendResult.Accepted, At = Noon },
            },
            default);
        await Leads.ToldAsync([claimed.Key], default);

        Assert.IsType<MoveOutcome.Lost>(outcome);
        Assert.Null(await Leads.FindSendAsync(lead.Contact, claimed.Key, default));
        Assert.DoesNotContain(await DueAsync(lead.Contact.Shard), left => left.Contact == lead.Contact);
        Assert.Null(await People.FindAsync(lead.Contact, default));
    }

    [Fact]
    public async Task A_request_that_comes_while_its_person_is_erased_is_a_new_one()
    {
        var old = await CapturedAsync();
        var erasure = await Erasures.BeginAsync(old.Contact, Noon.AddHours(1), default);
        var fresh = ALead.Captured(old.Contact, Noon.AddHours(1));
        await Leads.CaptureAsync(ALead.New(fresh), default);

        await EraseAsync(old.Contact);

        var person = await People.FindAsync(old.Contact, default);
        Assert.Equal([old.Id], erasure.Leads.Select(lead => lead.Id));
        Assert.Equal(fresh.Id, Assert.Single(person!.Leads).Id);
        Assert.Equal((fresh.Id, null), (person.Contact.LatestLead, person.Contact.ErasingAt));
        Assert.Contains(await DueAsync(old.Contact.Shard), work => work.Key.Lead == fresh.Id);
    }

    [Fact]
    public async Task Erasing_and_capturing_at_once_lose_no_request_and_leave_no_half_of_one()
    {
        var contact = ALead.AContact();
        var fresh = Enumerable.Range(0, 12).Select(number => ALead.Captured(contact, Noon.AddMinutes(number))).ToList();

        await Task.WhenAll(
            Task.Run(async () =>
            {
                foreach (var lead in fresh)
                {
                    await Leads.CaptureAsync(ALead.New(lead), default);
                }
            }),
            Task.Run(() => EraseAsync(contact)),
            Task.Run(() => EraseAsync(contact)));

        var left = (await People.FindAsync(contact, default))?.Leads.Select(lead => lead.Id).ToHashSet() ?? [];
        var due = (await DueAsync(contact.Shard)).Where(work => work.Contact == contact).Select(work => work.Key.Lead).ToHashSet();
        Assert.Equal(left, due);
        Assert.Empty(await Erasures.BegunAsync(contact.Shard, default).Where(key => key == contact).ToListAsync());
    }

    [Fact]
    public async Task Somebody_with_a_lead_left_is_not_forgotten_and_with_none_is()
    {
        var old = await CapturedAsync();
        var recent = ALead.Captured(old.Contact, Noon.AddDays(1));
        await Leads.CaptureAsync(ALead.New(recent), default);
        await Leads.SuppressAsync(old.Contact, [new(SuppressionReason.Bounced, Noon)], default);

        await Erasures.RemoveAsync(old.Contact, old.Handle, default);
        await Erasures.ForgetIfIdleAsync(old.Contact, default);
        Assert.Equal(recent.Id, (await Leads.FindContactAsync(old.Contact, default))!.LatestLead);

        await Erasures.RemoveAsync(old.Contact, recent.Handle, default);
        await Erasures.ForgetIfIdleAsync(old.Contact, default);
        var contact = await Leads.FindContactAsync(old.Contact, default);
        Assert.Equal((Noon, default), (contact!.BouncedAt, contact.LatestLead));
    }

    [Fact]
    public async Task Leads_that_are_old_enough_are_listed()
    {
        var contact = ALead.AContact(shard: 6);
        var (old, young) = (ALead.Captured(contact, Noon), ALead.Captured(contact, Noon.AddTicks(1)));
        await Leads.CaptureAsync(ALead.New(old), default);
        await Leads.CaptureAsync(ALead.New(young), default);

        var listed = await Erasures.CapturedBeforeAsync(contact.Shard, Noon.AddTicks(1), default).Where(lead => lead.Contact == contact).ToListAsync();

        Assert.Equal([old.Id], listed.Select(lead => lead.Id));
    }

    [Fact]
    public async Task A_request_for_the_link_is_taken_up_by_one_and_may_be_asked_for_again()
    {
        var contact = ALead.AContact();
        await Requests.AskAsync(contact, Noon, default);
        var asked = await Requests.AllAsync(contact.Shard, default).SingleAsync(request => request.Contact == contact);

        var taken = await Requests.TryUpdateAsync(asked with { SentAt = Noon.AddMinutes(1), NotBefore = Noon.AddMinutes(2), Attempts = 1 }, default);
        Assert.Null(await Requests.TryUpdateAsync(asked with { Attempts = 7 }, default));
        await Requests.AskAsync(contact, Noon.AddHours(2), default);
        await Requests.RemoveAsync(taken!, default);

        var again = await Requests.AllAsync(contact.Shard, default).SingleAsync(request => request.Contact == contact);
        Assert.Equal((Noon.AddHours(2), Noon.AddMinutes(1), Noon.AddMinutes(2), 1), (again.AskedAt, again.SentAt, again.NotBefore, again.Attempts));
        await Requests.RemoveAsync(again, default);
        Assert.DoesNotContain(await Requests.AllAsync(contact.Shard, default).ToListAsync(), request => request.Contact == contact);
    }

    [Fact]
    public async Task Every_reason_is_on_the_list_of_suppressions()
    {
        var lead = await CapturedAsync();
        await Leads.SuppressAsync(lead.Contact, [new(SuppressionReason.Bounced, Noon), new(SuppressionReason.Unsubscribed, Noon.AddHours(1))], default);

        var listed = await Suppressions.AllAsync(lead.Contact.Shard, default).Where(entry => entry.Contact == lead.Contact).Select(entry => entry.Suppression).ToListAsync();

        Assert.Equal([new(SuppressionReason.Unsubscribed, Noon.AddHours(1)), new(SuppressionReason.Bounced, Noon)], listed);
    }

    protected async Task EraseAsync(ContactKey contact)
    {
        var erasure = await Erasures.BeginAsync(contact, Noon.AddHours(2), default);
        foreach (var lead in erasure.Leads)
        {
            await Erasures.RemoveAsync(contact, lead, default);
        }

        await Erasures.FinishAsync(erasure, default);
    }

    protected async Task<Lead> CapturedAsync()
    {
        var lead = ALead.Captured();
        await Leads.CaptureAsync(ALead.New(lead), default);
        return lead;
    }

    private Task ChangeAsync(ContactKey contact, Func<Contact, ContactChange?> decide, DateTimeOffset? now = null) =>
        People.ChangeAsync(contact, decide, now ?? Noon, default);

    private async Task AcceptedAsync(Lead lead)
    {
        var work = await VisitorWorkAsync(lead);
        await Leads.TryMoveAsync(
            new(work)
            {
                Next = work with { Key = work.Key with { Step = 1 }, DueAt = Noon.AddDays(3) },
                Record = new() { Key = work.Key, Result = SendResult.Accepted, At = Noon },
            },
            default);
    }

    private async Task<DueWork> VisitorWorkAsync(Lead lead) =>
        (await DueAsync(lead.Contact.Shard)).Single(work => work.Key.Lead == lead.Id && work.Key.Track == Track.Visitor);

    private async Task<List<DueWork>> DueAsync(Shard shard) => await Leads.DueAsync(shard, Noon.AddYears(1), int.MaxValue, default).ToListAsync();
}
