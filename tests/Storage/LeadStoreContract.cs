using LeadFunctions.Languages;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Storage;

/// <summary>What <see cref="ILeadStore"/> promises; each keeper of the promise runs all of it.</summary>
public abstract class LeadStoreContract
{
    private static readonly DateTimeOffset Noon = ALead.Noon;

    protected abstract ILeadStore Store { get; }

    [Fact]
    public async Task A_captured_lead_is_found_as_it_was_given()
    {
        var lead = ALead.Captured() with
        {
            Message = "Two lines\nand ünïcödé 🙂",
            PreferredTimes = [new("monday", PartOfDay.Morning), new("2026-12-01", PartOfDay.Any)],
            Source = new() { Page = "/articles/x", Campaign = "spring" },
            Visit = Visit.Telehealth,
            Language = Language.Spanish,
        };

        await Store.CaptureAsync(ALead.New(lead), default);

        var found = await Store.FindAsync(lead.Handle, default);
        Assert.Equal(Comparable(lead), Comparable(found!));
        Assert.Equal(lead.Concerns, found!.Concerns);
        Assert.Equal(lead.PreferredTimes, found.PreferredTimes);
    }

    [Fact]
    public async Task A_lead_with_a_phone_number_alone_is_found_and_its_visitor_is_not_written_to()
    {
        var lead = ALead.Captured(kind: LeadKind.Call) with { Email = null, Phone = ALead.Phone("650-555-0123 x12") };

        await Store.CaptureAsync(ALead.New(lead), default);

        var found = await Store.FindAsync(lead.Handle, default);
        Assert.Null(found!.Email);
        Assert.Equal("12", found.Phone!.Extension);
        Assert.Equal(Track.Alert, Assert.Single(await DueAsync(lead)).Key.Track);
    }

    [Fact]
    public async Task A_lead_begins_with_an_alert_and_a_confirmation_due_at_once()
    {
        var lead = ALead.Captured();

        await Store.CaptureAsync(ALead.New(lead), default);

        var due = await DueAsync(lead);
        Assert.Equal([Track.Alert, Track.Visitor], due.Select(work => work.Key.Track).Order());
        Assert.All(due, work => Assert.Equal((lead.CapturedAt, DueState.Due, lead.Handle, lead.Contact), (work.DueAt, work.State, work.Lead, work.Contact)));
    }

    [Fact]
    public async Task Nothing_is_due_for_a_lead_in_quarantine_and_its_contact_is_left_alone()
    {
        var lead = ALead.Captured() with { Quarantined = true };

        await Store.CaptureAsync(ALead.New(lead), default);

        Assert.Empty(await DueAsync(lead));
        Assert.Null(await Store.FindContactAsync(lead.Contact, default));
        Assert.True((await Store.FindAsync(lead.Handle, default))!.Quarantined);
    }

    [Fact]
    public async Task Why_a_lead_is_held_is_kept()
    {
        var lead = ALead.Captured() with { Quarantined = true, Suspicion = new(14, ["offer", "link"], IsSpam: true) };

        await Store.CaptureAsync(ALead.New(lead), default);

        var found = (await Store.FindAsync(lead.Handle, default))!.Suspicion;
        Assert.Equal((14, true), (found.Score, found.IsSpam));
        Assert.Equal(["offer", "link"], found.Reasons);
    }

    [Fact]
    public async Task A_released_lead_is_as_if_it_had_just_come()
    {
        var lead = ALead.Captured() with { Quarantined = true, Suspicion = new(10, ["trap"], IsSpam: true) };
        await Store.CaptureAsync(ALead.New(lead), default);
        await Store.DigestedAsync([lead.Handle], default);
        var now = Noon.AddHours(2);

        var released = await Store.ReleaseAsync(lead.Handle, now, default);

        var found = await Store.FindAsync(lead.Handle, default);
        Assert.Equal((false, now, lead.CapturedAt), (found!.Quarantined, found.ReleasedAt, found.CapturedAt));
        Assert.Equal(["trap"], found.Suspicion.Reasons);
        Assert.Equal((lead.Id, false), (released!.Id, released.Quarantined));
        Assert.Equal((lead.Name, lead.Message, lead.Email), (found.Name, found.Message, found.Email));
        var due = await DueAsync(lead, now);
        Assert.Equal([Track.Alert, Track.Visitor], due.Select(work => work.Key.Track).Order());
        Assert.All(due, work => Assert.Equal((now, DueState.Due, lead.Handle), (work.DueAt, work.State, work.Lead)));
        Assert.Equal(lead.Id, (await Store.FindContactAsync(lead.Contact, default))!.LatestLead);
        Assert.Contains(lead.Handle, await ListAsync(Store.AwaitingDigestAsync(lead.Contact.Shard, default)));
    }

    [Fact]
    public async Task A_lead_is_released_once_however_often_and_by_how_many_it_is_asked_for()
    {
        var lead = ALead.Captured() with { Quarantined = true };
        await Store.CaptureAsync(ALead.New(lead), default);

        var released = await Task.WhenAll(Enumerable.Range(1, 8).Select(minutes => Store.ReleaseAsync(lead.Handle, Noon.AddMinutes(minutes), default)));
        await Store.ReleaseAsync(lead.Handle, Noon.AddHours(1), default);

        Assert.Single(released.Select(found => found!.ReleasedAt).Distinct());
        Assert.Equal(2, (await DueAsync(lead, Noon.AddDays(1))).Count);
    }

    [Fact]
    public async Task A_lead_that_was_never_held_is_left_as_it_is_by_a_release()
    {
        var lead = ALead.Captured();
        await Store.CaptureAsync(ALead.New(lead), default);

        var found = await Store.ReleaseAsync(lead.Handle, Noon.AddHours(1), default);

        Assert.Null(found!.ReleasedAt);
        Assert.Equal(2, (await DueAsync(lead, Noon.AddDays(1))).Count);
    }

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
    public async Task A_lead_that_is_gone_is_not_released() =>
        Assert.Null(await Store.ReleaseAsync(ALead.Captured().Handle, Noon, default));

    [Fact]
    public async Task A_release_leaves_what_is_remembered_of_the_person()
    {
        var lead = ALead.Captured() with { Quarantined = true };
        await Store.CaptureAsync(ALead.New(lead), default);
        await Store.SuppressAsync(lead.Contact, [new(SuppressionReason.Unsubscribed, Noon)], default);

        await Store.ReleaseAsync(lead.Handle, Noon.AddHours(1), default);

        Assert.Equal(Noon, (await Store.FindContactAsync(lead.Contact, default))!.UnsubscribedAt);
    }

    [Fact]
    public async Task The_same_submission_again_is_the_same_lead()
    {
        var lead = ALead.Captured();
        var first = ALead.New(lead);
        await Store.CaptureAsync(first, default);

        var again = await Store.CaptureAsync(first with { Lead = lead with { Id = LeadId.New(lead.Contact.Shard) } }, default);

        Assert.Equal(new CaptureOutcome.Repeated(lead.Id), again);
        Assert.Equal(2, (await DueAsync(lead)).Count);
    }

    [Fact]
    public async Task The_same_submission_with_another_content_is_a_conflict()
    {
        var lead = ALead.Captured();
        var first = ALead.New(lead);
        await Store.CaptureAsync(first, default);

        var other = await Store.CaptureAsync(first.WithOtherId() with { Fingerprint = "other" }, default);

        Assert.IsType<CaptureOutcome.Conflicting>(other);
    }

    [Fact]
    public async Task Of_many_captures_of_one_submission_at_once_one_is_stored()
    {
        var lead = ALead.Captured();
        var submission = ALead.New(lead);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Store.CaptureAsync(submission.WithOtherId(), default)));

        var stored = Assert.Single(outcomes.OfType<CaptureOutcome.Stored>());
        Assert.All(outcomes.OfType<CaptureOutcome.Repeated>(), repeated => Assert.Equal(stored.Id, repeated.Id));
        Assert.Equal(19, outcomes.OfType<CaptureOutcome.Repeated>().Count());
    }

    [Fact]
    public async Task A_reference_that_is_taken_is_not_given_again()
    {
        var first = ALead.Captured();
        await Store.CaptureAsync(ALead.New(first), default);
        var second = ALead.Captured(ALead.AContact()) with { Id = first.Id };

        var outcome = Assert.IsType<CaptureOutcome.Stored>(await Store.CaptureAsync(ALead.New(second), default));

        Assert.NotEqual(first.Id, outcome.Id);
        Assert.NotNull(await Store.FindAsync(new(outcome.Id, second.CapturedAt), default));
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
    public async Task Another_request_of_a_person_keeps_what_is_remembered_of_them()
    {
        var contact = ALead.AContact();
        await Store.CaptureAsync(ALead.New(ALead.Captured(contact)), default);
        await Store.SuppressAsync(contact, [new(SuppressionReason.Unsubscribed, Noon)], default);
        var second = ALead.Captured(contact, Noon.AddDays(1));

        await Store.CaptureAsync(ALead.New(second), default);

        var found = await Store.FindContactAsync(contact, default);
        Assert.Equal((Noon, second.Id), (found!.UnsubscribedAt, found.LatestLead));
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

    [Fact]
    public async Task Of_a_lead_in_quarantine_that_is_urgent_staff_are_told_and_its_contact_is_left_alone()
    {
        var lead = ALead.Captured() with { Quarantined = true, IsUrgent = true };

        await Store.CaptureAsync(ALead.New(lead), default);

        Assert.Equal(Track.Alert, Assert.Single(await DueAsync(lead)).Key.Track);
        Assert.Null(await Store.FindContactAsync(lead.Contact, default));
        Assert.True((await Store.FindAsync(lead.Handle, default))!.IsUrgent);
    }

    [Fact]
    public async Task Articles_are_held_from_an_urgent_request_until_they_are_released()
    {
        var lead = ALead.Captured() with { IsUrgent = true };
        await Store.CaptureAsync(ALead.New(lead), default);
        await Store.CaptureAsync(ALead.New(ALead.Captured(lead.Contact)), default);
        Assert.True((await Store.FindContactAsync(lead.Contact, default))!.AreArticlesHeld);

        await Store.ReleaseArticlesAsync(lead.Contact, Noon, default);

        Assert.False((await Store.FindContactAsync(lead.Contact, default))!.AreArticlesHeld);
    }

    [Fact]
    public async Task Held_work_of_a_person_is_due_when_it_is_released_and_that_of_others_stays_held()
    {
        var contact = ALead.AContact();
        var (first, second, other) = (await HeldAsync(contact), await HeldAsync(contact), await HeldAsync());
        var later = Noon.AddDays(40);
        Assert.Empty(await DueAsync(contact, later));

        await Store.ReleaseArticlesAsync(contact, later, default);
        await Store.ReleaseArticlesAsync(contact, later.AddDays(1), default);

        var due = await DueAsync(contact, later);
        Assert.Equal(new HashSet<SendKey> { first.Key, second.Key }, [.. due.Select(work => work.Key)]);
        Assert.All(due, work => Assert.Equal(later, work.DueAt));
        Assert.Empty(await DueAsync(other.Contact, later));
    }

    [Fact]
    public async Task A_release_for_somebody_who_is_not_known_or_not_held_changes_nothing()
    {
        var work = await BegunAsync();
        var before = await Store.FindContactAsync(work.Contact, default);

        await Store.ReleaseArticlesAsync(work.Contact, Noon.AddDays(1), default);
        await Store.ReleaseArticlesAsync(ALead.AContact(), Noon.AddDays(1), default);

        Assert.Equal(before!.Version, (await Store.FindContactAsync(work.Contact, default))!.Version);
    }

    [Fact]
    public async Task Of_holding_and_releasing_at_once_neither_leaves_work_behind()
    {
        for (var times = 0; times < 8; times++)
        {
            var lead = ALead.Captured() with { IsUrgent = true };
            await Store.CaptureAsync(ALead.New(lead), default);
            var work = Assert.Single(await DueAsync(lead), work => work.Key.Track == Track.Visitor);
            var contact = await Store.FindContactAsync(lead.Contact, default);

            await Task.WhenAll(
                Store.TryMoveAsync(new(work) { Next = work with { DueAt = DueWork.Held }, Contact = contact }, default),
                Store.ReleaseArticlesAsync(lead.Contact, Noon, default));

            Assert.Contains(await DueAsync(lead), found => found.Key == work.Key);
        }
    }

    [Fact]
    public async Task The_first_time_that_somebody_said_stop_is_kept()
    {
        var contact = ALead.AContact();

        await Store.SuppressAsync(contact, [new(SuppressionReason.Unsubscribed, Noon)], default);
        await Store.SuppressAsync(contact, [new(SuppressionReason.Unsubscribed, Noon.AddDays(1))], default);

        Assert.Equal(Noon, (await Store.FindContactAsync(contact, default))!.UnsubscribedAt);
    }

    [Fact]
    public async Task A_lead_awaits_a_digest_until_one_has_held_it()
    {
        var lead = ALead.Captured();
        await Store.CaptureAsync(ALead.New(lead), default);
        Assert.Contains(lead.Handle, await ListAsync(Store.AwaitingDigestAsync(lead.Contact.Shard, default)));

        await Store.DigestedAsync([lead.Handle], default);
        await Store.DigestedAsync([lead.Handle], default);

        Assert.DoesNotContain(lead.Handle, await ListAsync(Store.AwaitingDigestAsync(lead.Contact.Shard, default)));
    }

    [Fact]
    public async Task Each_reason_not_to_write_keeps_its_earliest_time_in_whatever_order_they_come()
    {
        var contact = ALead.AContact();
        Suppression[] told =
        [
            new(SuppressionReason.Complained, Noon.AddDays(3)),
            new(SuppressionReason.Bounced, Noon.AddDays(2)),
            new(SuppressionReason.Unsubscribed, Noon.AddDays(4)),
            new(SuppressionReason.Bounced, Noon.AddDays(1)),
        ];

        await Task.WhenAll(told.Select(suppression => Store.SuppressAsync(contact, [suppression], default)));
        await Store.SuppressAsync(contact, told, default);

        var found = (await Store.FindContactAsync(contact, default))!;
        Assert.Equal((Noon.AddDays(4), Noon.AddDays(1), Noon.AddDays(3)), (found.UnsubscribedAt, found.BouncedAt, found.ComplainedAt));
        Assert.True(found.IsSuppressed);
    }

    [Theory]
    [InlineData(SuppressionReason.Unsubscribed)]
    [InlineData(SuppressionReason.Bounced)]
    [InlineData(SuppressionReason.Complained)]
    public async Task A_suppression_said_again_changes_nothing(SuppressionReason reason)
    {
        var contact = ALead.AContact();
        await Store.SuppressAsync(contact, [new(reason, Noon)], default);
        var before = await Store.FindContactAsync(contact, default);

        await Store.SuppressAsync(contact, [new(reason, Noon), new(reason, Noon.AddDays(1))], default);

        Assert.Equal(before!.Version, (await Store.FindContactAsync(contact, default))!.Version);
    }

    [Fact]
    public async Task A_lead_is_found_by_its_reference_alone()
    {
        var lead = ALead.Captured();
        await Store.CaptureAsync(ALead.New(lead), default);

        Assert.Equal(lead.Contact, (await Store.FindByIdAsync(lead.Id, default))!.Contact);
        Assert.Null(await Store.FindByIdAsync(new(lead.Id.Value ^ 32), default));
    }

    [Fact]
    public async Task The_digest_of_a_date_is_claimed_by_one_until_its_claim_ends_and_by_nobody_once_it_is_sent()
    {
        var date = new DateOnly(2026, 3, 2);

        Assert.True(await Store.TryClaimDigestAsync(date, Noon, Noon.AddMinutes(2), default));
        Assert.False(await Store.TryClaimDigestAsync(date, Noon.AddMinutes(1), Noon.AddMinutes(3), default));
        Assert.True(await Store.TryClaimDigestAsync(date, Noon.AddMinutes(2), Noon.AddMinutes(4), default));
        await Store.FinishDigestAsync(date, default);
        Assert.False(await Store.TryClaimDigestAsync(date, Noon.AddHours(9), Noon.AddHours(10), default));
        Assert.True(await Store.TryClaimDigestAsync(date.AddDays(1), Noon.AddHours(9), Noon.AddHours(10), default));
    }

    private async Task<DueWork> BegunAsync()
    {
        var lead = ALead.Captured();
        await Store.CaptureAsync(ALead.New(lead), default);
        return Assert.Single(await DueAsync(lead), work => work.Key.Track == Track.Visitor);
    }

    /// <summary>Work of an urgent lead that waits for staff.</summary>
    private async Task<DueWork> HeldAsync(ContactKey? contact = null)
    {
        var lead = ALead.Captured(contact) with { IsUrgent = true };
        await Store.CaptureAsync(ALead.New(lead), default);
        foreach (var work in (await DueAsync(lead)).Where(work => work.Key.Lead == lead.Id))
        {
            var next = work.Key.Track == Track.Visitor ? work with { DueAt = DueWork.Held } : null;
            if (await Store.TryMoveAsync(new(work) { Next = next }, default) is MoveOutcome.Committed { Next: { } held })
            {
                return held;
            }
        }

        throw new InvalidOperationException("Nothing was held.");
    }

    private Task<IReadOnlyList<DueWork>> DueAsync(Lead lead, DateTimeOffset? now = null) => DueAsync(lead.Contact, now);

    // Tests share shards: what belongs to others is passed over.
    private async Task<IReadOnlyList<DueWork>> DueAsync(ContactKey contact, DateTimeOffset? now = null, int limit = int.MaxValue) =>
        [.. (await ListAsync(Store.DueAsync(contact.Shard, now ?? Noon, int.MaxValue, default))).Where(work => work.Contact == contact).Take(limit)];

    private static async Task<IReadOnlyList<T>> ListAsync<T>(IAsyncEnumerable<T> items) => await items.ToListAsync();

    private static Lead Comparable(Lead lead) => lead with { Concerns = [], PreferredTimes = [] };

    private static DueWork Promise(Lead lead, DateTimeOffset at) =>
        new() { Key = new(lead.Id, Track.Promise, 0), Lead = lead.Handle, Kind = lead.Kind, Contact = lead.Contact, DueAt = at };

    private async Task<List<DueWork>> PromisesAsync(Lead lead, DateTimeOffset now) =>
        await Store.PromisesAsync(lead.Contact.Shard, now, int.MaxValue, default).Where(work => work.Key.Lead == lead.Id).ToListAsync();
}
