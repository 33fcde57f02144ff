using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Storage;

/// <content>What is held, for spam or until staff have looked, and what a release makes of it.</content>
public abstract partial class LeadStoreContract
{
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
}
