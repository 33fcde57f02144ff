using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Storage;

/// <content>What is due, how it moves, and what became of it.</content>
public abstract partial class LeadStoreContract
{
    [Fact]
    public async Task A_promise_begins_with_the_move_that_brings_it_and_is_no_part_of_what_is_due_by_the_minute()
    {
        var lead = ALead.Captured() with { Email = null };
        await Store.CaptureAsync(ALead.New(lead), default);
        var alert = Assert.Single(await DueAsync(lead));
        var promise = Promise(lead, Noon.AddMinutes(15));

        var outcomes = new[]
        {
            await Store.TryMoveAsync(new(alert) { Next = alert with { DueAt = Noon.AddMinutes(1) }, Begins = promise }, default),
            await Store.TryMoveAsync(new(alert) { Next = alert with { DueAt = Noon.AddMinutes(2) }, Begins = promise with { Key = promise.Key with { Step = 9 } } }, default),
        };

        Assert.IsType<MoveOutcome.Committed>(outcomes[0]);
        Assert.IsType<MoveOutcome.Lost>(outcomes[1]);
        Assert.Equal(Track.Alert, Assert.Single(await DueAsync(lead, Noon.AddHours(1))).Key.Track);
        Assert.Empty(await PromisesAsync(lead, Noon.AddMinutes(15).AddTicks(-1)));
        var found = Assert.Single(await PromisesAsync(lead, Noon.AddMinutes(15)));
        Assert.Equal((promise.Key, promise.DueAt, lead.Handle, lead.Contact, lead.Kind), (found.Key, found.DueAt, found.Lead, found.Contact, found.Kind));
        Assert.IsType<MoveOutcome.Committed>(await Store.TryMoveAsync(new(found), default));
        Assert.Empty(await PromisesAsync(lead, Noon.AddHours(1)));
    }

    [Fact]
    public async Task Whom_an_alert_has_gone_to_is_kept()
    {
        var lead = ALead.Captured() with { Email = null };
        await Store.CaptureAsync(ALead.New(lead), default);
        var alert = Assert.Single(await DueAsync(lead));
        var next = alert with { DueAt = Noon.AddMinutes(1), Addressed = ["0a", "0b"], Recipient = "0c", Copies = 2, TakenAt = Noon };

        await Store.TryMoveAsync(new(alert) { Next = next }, default);

        var found = Assert.Single(await DueAsync(lead, Noon.AddHours(1)));
        Assert.Equal(next.Addressed, found.Addressed);
        Assert.Equal((next.Recipient, next.Copies, next.TakenAt), (found.Recipient, found.Copies, found.TakenAt));
    }

    [Fact]
    public async Task Work_shows_itself_when_it_is_due_and_not_before()
    {
        var lead = ALead.Captured(at: Noon);
        await Store.CaptureAsync(ALead.New(lead), default);

        Assert.Empty(await DueAsync(lead, Noon - TimeSpan.FromTicks(1)));
        Assert.Equal(2, (await DueAsync(lead, Noon)).Count);
    }

    [Fact]
    public async Task Due_work_comes_earliest_first_and_no_more_than_asked_for()
    {
        var contact = ALead.AContact();
        foreach (var minutes in new[] { 5, 1, 3 })
        {
            await Store.CaptureAsync(ALead.New(ALead.Captured(contact, Noon.AddMinutes(minutes)) with { Email = null }), default);
        }

        var due = await DueAsync(contact, Noon.AddDays(1), limit: 2);

        Assert.Equal([Noon.AddMinutes(1), Noon.AddMinutes(3)], due.Select(work => work.DueAt));
    }

    [Fact]
    public async Task Moved_work_is_in_its_new_place_only()
    {
        var work = await BegunAsync();

        var next = work with
        {
            DueAt = Noon.AddHours(1),
            State = DueState.Uncertain,
            Attempts = 1,
            AttemptedAt = Noon.AddTicks(1),
            Refusals = 2,
            Failures = 3,
            Articles = ["a", "b"],
        };

        var outcome = await Store.TryMoveAsync(new(work) { Next = next }, default);

        Assert.Equal(next with { Version = "" }, Assert.IsType<MoveOutcome.Committed>(outcome).Next! with { Version = "", Articles = next.Articles });
        var found = Assert.Single(await DueAsync(work.Contact, Noon.AddDays(1)), found => found.Key == work.Key);
        Assert.Equal(next with { Version = "" }, found with { Version = "", Articles = next.Articles });
        Assert.Equal(next.Articles, found.Articles);
    }

    [Fact]
    public async Task Of_two_moves_of_the_same_work_one_is_lost()
    {
        var work = await BegunAsync();
        var move = new Move(work) { Next = work with { DueAt = Noon.AddHours(1) } };

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(index =>
            Store.TryMoveAsync(move with { Next = move.Next with { DueAt = Noon.AddHours(index + 1) } }, default)));

        Assert.Single(outcomes.OfType<MoveOutcome.Committed>());
        Assert.Single(await DueAsync(work.Contact, Noon.AddDays(1)), found => found.Key == work.Key);
    }

    [Fact]
    public async Task A_move_is_lost_when_the_contact_has_changed_since_it_was_read()
    {
        var work = await BegunAsync();
        var contact = await Store.FindContactAsync(work.Contact, default);
        await Store.SuppressAsync(work.Contact, [new(SuppressionReason.Unsubscribed, Noon)], default);

        var outcome = await Store.TryMoveAsync(new(work) { Next = work with { DueAt = Noon.AddHours(1) }, Contact = contact }, default);

        Assert.IsType<MoveOutcome.Lost>(outcome);
        Assert.Contains(await DueAsync(work.Contact), found => found.Key == work.Key);
    }

    [Fact]
    public async Task A_claim_is_remembered_with_the_contact_and_a_second_one_needs_a_fresh_look()
    {
        var work = await BegunAsync();
        var before = await Store.FindContactAsync(work.Contact, default);
        var claimed = before! with
        {
            Articles = new(Noon, work.Key),
            Confirmation = new(Noon.AddDays(-1), work.Key),
            ArticlesSent = ["a", "b"],
            RecentArticles = [new(Noon.AddDays(-2), work.Key with { Step = 1 }), new(Noon, work.Key)],
            Running = new(work.Key.Lead, Noon.AddDays(9)),
        };

        var first = await Store.TryMoveAsync(new(work) { Next = work with { DueAt = Noon.AddHours(1) }, Contact = claimed }, default);
        var next = Assert.IsType<MoveOutcome.Committed>(first).Next!;
        var stale = await Store.TryMoveAsync(new(next) { Next = next with { DueAt = Noon.AddHours(2) }, Contact = claimed }, default);

        Assert.IsType<MoveOutcome.Lost>(stale);
        var after = await Store.FindContactAsync(work.Contact, default);
        Assert.Equal((claimed.Articles, claimed.Confirmation, claimed.LatestLead), (after!.Articles, after.Confirmation, after.LatestLead));
        Assert.Equal(["a", "b"], after.ArticlesSent);
        Assert.Equal(claimed.RecentArticles, after.RecentArticles);
        Assert.Equal(claimed.Running, after.Running);
    }

    [Fact]
    public async Task Work_keeps_the_version_that_its_sequence_began_with_and_when_it_is_too_late()
    {
        var work = await BegunAsync();
        Assert.Equal((null, null, 1), (work.SequenceVersion, work.LatestAt, work.BegunVersion));

        await Store.TryMoveAsync(new(work) { Next = work with { Key = work.Key with { Step = 1 }, SequenceVersion = 7, LatestAt = Noon.AddDays(3) } }, default);

        var next = Assert.Single(await DueAsync(work.Contact), found => found.Key.Track == Track.Visitor);
        Assert.Equal((7, Noon.AddDays(3)), (next.SequenceVersion, next.LatestAt));
    }

    [Fact]
    public async Task What_became_of_a_mail_is_kept()
    {
        var work = await BegunAsync();
        var record = new SendRecord { Key = work.Key, Result = SendResult.Accepted, At = Noon, Attempts = 1, Articles = ["a"], MessageId = "m", SequenceVersion = 2, Reason = "click" };

        await Store.TryMoveAsync(new(work) { Record = record }, default);

        var found = await Store.FindSendAsync(work.Contact, work.Key, default);
        Assert.Equal(record with { Articles = found!.Articles }, found);
        Assert.Equal(["a"], found.Articles);
        Assert.DoesNotContain(await DueAsync(work.Contact), found => found.Key == work.Key);
    }

    [Fact]
    public async Task What_could_not_go_on_is_listed_until_staff_were_told()
    {
        var work = await BegunAsync();

        await Store.TryMoveAsync(new(work) { DeadLetter = "no reason" }, default);
        Assert.Contains(work.Key, await ListAsync(Store.DeadLettersAsync(work.Shard, default)));
        await Store.ToldAsync([work.Key], default);
        await Store.ToldAsync([work.Key], default);

        Assert.DoesNotContain(work.Key, await ListAsync(Store.DeadLettersAsync(work.Shard, default)));
    }

    [Fact]
    public async Task A_request_without_consent_to_articles_leaves_them_to_the_one_that_agreed()
    {
        var contact = ALead.AContact();
        var agreed = ALead.Captured(contact);
        await Store.CaptureAsync(ALead.New(agreed), default);

        await Store.CaptureAsync(ALead.New(ALead.Captured(contact) with { Consent = Consent.None }), default);

        Assert.Equal(agreed.Id, (await Store.FindContactAsync(contact, default))!.LatestLead);
    }

    [Fact]
    public async Task Work_never_moves_to_where_it_is()
    {
        var work = await BegunAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.TryMoveAsync(new(work) { Next = work }, default));
    }

    [Fact]
    public async Task A_move_on_a_contact_that_nobody_knows_is_lost()
    {
        var work = await BegunAsync();
        var stranger = new Contact { Key = work.Contact, LatestLead = default, Version = "W/\"datetime'2026-01-01T00%3A00%3A00.0000000Z'\"" };

        var outcome = await Store.TryMoveAsync(new(work) { Next = work with { DueAt = Noon.AddHours(1) }, Contact = stranger }, default);

        Assert.IsType<MoveOutcome.Lost>(outcome);
    }

    [Fact]
    public async Task Urgent_work_comes_before_all_other_and_when_it_is_due_and_not_before()
    {
        var contact = ALead.AContact();
        await Store.CaptureAsync(ALead.New(ALead.Captured(contact, Noon.AddMinutes(-9)) with { Email = null }), default);
        var urgent = ALead.Captured(contact) with { Email = null, IsUrgent = true };
        await Store.CaptureAsync(ALead.New(urgent), default);

        Assert.Equal([urgent.Id], (await DueAsync(contact, limit: 1)).Select(work => work.Key.Lead));
        Assert.DoesNotContain(await DueAsync(contact, Noon - TimeSpan.FromTicks(1)), work => work.Key.Lead == urgent.Id);

        var work = Assert.Single(await DueAsync(contact), work => work.IsUrgent);
        await Store.TryMoveAsync(new(work) { Next = work with { DueAt = Noon.AddHours(1) } }, default);
        Assert.DoesNotContain(await DueAsync(contact), work => work.IsUrgent);
        Assert.Contains(await DueAsync(contact, Noon.AddHours(1)), work => work.IsUrgent);
    }

    [Fact]
    public async Task The_earliest_work_is_the_earliest_whether_it_is_urgent_or_not()
    {
        var longAgo = DateTimeOffset.UnixEpoch;
        var contact = ALead.AContact(shard: 5);
        await Store.CaptureAsync(ALead.New(ALead.Captured(contact, longAgo.AddHours(1)) with { Email = null, IsUrgent = true }), default);
        Assert.Equal(longAgo.AddHours(1), await Store.EarliestDueAsync(contact.Shard, default));

        await Store.CaptureAsync(ALead.New(ALead.Captured(contact, longAgo) with { Email = null }), default);
        Assert.Equal(longAgo, await Store.EarliestDueAsync(contact.Shard, default));
    }
}
