using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Storage;

/// <summary>What <see cref="ILeadDesk"/> promises; each keeper of the promise runs all of it. Each test begins with no leads.</summary>
public abstract class LeadDeskContract
{
    private static readonly DateTimeOffset Noon = ALead.Noon;
    private static readonly StaffActor Robin = new("robin@example.com", StaffRole.Staff, StaffDoor.Page);

    protected abstract ILeadStore Store { get; }

    protected abstract ILeadDesk Desk { get; }

    protected abstract ILeadLedger Ledger { get; }

    [Fact]
    public async Task Pages_put_together_are_the_whole_list_newest_first_whatever_comes_meanwhile()
    {
        // More in one shard than it is asked for at once, some at the very same instant.
        var leads = Enumerable.Range(0, 60).Select(index => ALead.Captured(ALead.AContact(index < 30 ? 3 : index % Shard.Count), Noon.AddTicks(index / 4))).ToList();
        await CaptureAsync([.. leads]);

        var pages = new List<IReadOnlyList<Lead>>();
        for (LeadPage? page = null; page is null or { Next: not null };)
        {
            page = await Desk.ListAsync(LeadFilter.All, page?.Next, 7, default);
            pages.Add(page.Leads);
            await CaptureAsync(ALead.Captured(ALead.AContact(5), Noon.AddHours(pages.Count)));
        }

        Assert.All(pages.SkipLast(1), page => Assert.Equal(7, page.Count));
        Assert.Equal(
            leads.OrderByDescending(lead => lead.CapturedAt).ThenBy(lead => lead.Id.Value).Select(lead => lead.Id),
            pages.SelectMany(page => page).Select(lead => lead.Id));
    }

    [Fact]
    public async Task The_whole_list_is_the_same_in_one_go()
    {
        var leads = Enumerable.Range(0, 20).Select(index => ALead.Captured(ALead.AContact(index % Shard.Count), Noon.AddMinutes(index))).ToArray();
        await CaptureAsync(leads);

        var all = await Desk.AllAsync(LeadFilter.All, new(leads[10].Handle), default).ToListAsync();

        Assert.Equal(leads[..10].Reverse().Select(lead => lead.Id), all.Select(lead => lead.Id));
    }

    [Fact]
    public async Task A_page_that_is_just_full_is_the_last_when_no_more_are_there()
    {
        await CaptureAsync(ALead.Captured(), ALead.Captured());

        Assert.Null((await Desk.ListAsync(LeadFilter.All, after: null, 2, default)).Next);
    }

    [Fact]
    public async Task Lists_that_are_read_together_are_the_lists_that_are_read_one_by_one()
    {
        await VariousAsync();
        var wanted = Filters().Select(filter => new WantedPage(filter, 2)).Chunk(4).ToList();

        foreach (var lists in wanted.Concat(wanted))
        {
            await AssertTogetherAsync(lists);
        }
    }

    [Fact]
    public async Task A_long_list_does_not_keep_another_short_and_who_comes_and_goes_is_seen_in_each_reading()
    {
        // Of the oldest, in touch or held back, a few lie far behind a crowd that is newer.
        var old = Enumerable.Range(0, 12).Select(index => ALead.Captured(ALead.AContact(index), Noon.AddDays(-index)) with { Quarantined = index % 3 == 0 }).ToArray();
        await CaptureAsync(old);
        foreach (var lead in old.Where(lead => !lead.Quarantined))
        {
            await OrderAsync(lead, new() { Status = LeadStatus.Contacted });
        }

        await CaptureAsync([.. Enumerable.Range(0, 90).Select(index => ALead.Captured(ALead.AContact(index % 2), Noon.AddMinutes(index)))]);
        WantedPage[] lists =
        [
            new(new() { Status = LeadStatus.New, CanWait = false }, 20),
            new(new() { Status = LeadStatus.Contacted }, 3),
            new(new() { Status = LeadStatus.New, CanWait = true }, 2),
        ];
        await AssertTogetherAsync(lists);
        await AssertTogetherAsync(lists);

        // As many leave a list as were read of it, then more: what is behind them comes forward.
        foreach (var lead in old.Where(lead => !lead.Quarantined).Take(7))
        {
            await OrderAsync(lead, new() { Status = LeadStatus.Booked });
            await AssertTogetherAsync(lists);
        }

        await CaptureAsync(ALead.Captured(ALead.AContact(7), Noon.AddDays(-30)), ALead.Captured(ALead.AContact(8), Noon.AddDays(1)));
        await AssertTogetherAsync(lists);
    }

    [Fact]
    public async Task Each_filter_finds_what_it_should_and_nothing_else()
    {
        var leads = await VariousAsync();

        foreach (var filter in Filters())
        {
            var found = await Desk.ListAsync(filter, after: null, 100, default);

            var expected = leads.Where(filter.Matches).Select(lead => lead.Id).ToHashSet();
            Assert.True(expected.SetEquals(found.Leads.Select(lead => lead.Id)), $"{filter with { Search = null }}: {found.Leads.Count} instead of {expected.Count}");
            Assert.InRange(expected.Count, 1, leads.Count - 1);
        }
    }

    [Fact]
    public async Task A_lead_is_found_by_its_reference_and_a_name_that_looks_like_one_is_found_all_the_same()
    {
        var (lead, parker) = (ALead.Captured(), ALead.Captured() with { Name = ALead.Name("Anna Parker") });
        await CaptureAsync(lead, parker);

        Assert.Equal(lead.Id, Assert.Single(await FindAllAsync(lead.Id.ToReference("PAMB"))).Id);
        Assert.Equal(lead.Id, Assert.Single(await FindAllAsync(lead.Id.ToReference("PAMB")[5..].ToLowerInvariant())).Id);
        Assert.Equal(parker.Id, Assert.Single(await FindAllAsync("Parker")).Id);
        Assert.Empty(await FindAllAsync(new LeadId(lead.Id.Value ^ 32).ToReference("PAMB")));
        Assert.Empty(await FindAllAsync("robin@"));
    }

    [Fact]
    public async Task All_that_is_known_of_a_lead_is_in_its_file()
    {
        var contact = ALead.AContact();
        var (lead, other) = (ALead.Captured(contact, Noon.AddHours(-1)), ALead.Captured(contact, Noon.AddDays(-1)));
        await CaptureAsync(lead, other, ALead.Captured(ALead.AContact(shard: 10)));
        var work = await DueAsync(lead);
        var (alert, visitor) = (work.Single(due => due.Key.Track == Track.Alert), work.Single(due => due.Key.Track == Track.Visitor));
        var record = new SendRecord { Key = alert.Key, Result = SendResult.DeadLetter, At = Noon, Attempts = 1 };
        await Store.TryMoveAsync(new(alert) { Record = record, DeadLetter = "no reason" }, default);

        var file = await Desk.FindAsync(lead.Id, default);

        Assert.Equal(lead.Handle, file!.Lead.Handle);
        Assert.Equal((record.Key, record.Result), (Assert.Single(file.Sends).Key, file.Sends[0].Result));
        Assert.Equal(new DeadLetter(alert.Key, "no reason") { At = Noon }, Assert.Single(file.DeadLetters));
        Assert.Equal(visitor.Key, Assert.Single(file.Due).Key);
        Assert.Equal(contact, file.Contact!.Key);
        Assert.Equal(other.Id, Assert.Single(file.Others).Id);
        Assert.Empty(file.Timeline);
        Assert.Null(await Desk.FindAsync(new(lead.Id.Value ^ 32), default));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_mail_that_was_given_up_goes_on_its_way_again_or_is_set_aside_once(bool isPutBack)
    {
        var (lead, other) = (ALead.Captured(at: Noon), ALead.Captured(ALead.AContact(shard: 3), Noon));
        await CaptureAsync(lead, other);
        var (letter, otherLetter) = (await GiveUpAsync(lead, Noon.AddMinutes(2)), await GiveUpAsync(other, Noon.AddMinutes(1)));
        Assert.Equal([otherLetter, letter], (await Desk.GivenUpAsync(10, default)).Select(mail => mail.Letter.Mail));
        Assert.Equal(otherLetter, Assert.Single(await Desk.GivenUpAsync(1, default)).Letter.Mail);

        var first = await OrderAsync(lead, new() { Letter = new(letter, isPutBack) }, Noon.AddHours(1));
        var second = await OrderAsync(lead, new() { Letter = new(letter, IsPutBack: true) }, Noon.AddHours(2));
        await OrderAsync(lead, new() { Letter = new(otherLetter, IsPutBack: true) });

        Assert.Equal((typeof(ChangeOutcome.Done), typeof(ChangeOutcome.Done)), (first.GetType(), second.GetType()));
        var file = (await Desk.FindAsync(lead.Id, default))!;
        Assert.Empty(file.DeadLetters);
        var deed = Assert.Single(file.Timeline).Deed;
        Assert.Equal((isPutBack ? TimelineKind.MailPutBack : TimelineKind.MailSetAside, letter.ToString()), (deed.Kind, deed.Text));
        var due = file.Due.Where(work => work.Key == letter).ToList();
        Assert.Equal(isPutBack ? [(Noon.AddHours(1), DueState.Due, 2, 0)] : [], due.Select(work => (work.DueAt, work.State, work.Attempts, work.Refusals)));
        var kept = Assert.Single(await Desk.GivenUpAsync(10, default));
        Assert.Equal((other.Id, otherLetter, Noon.AddMinutes(1)), (kept.Lead.Id, kept.Letter.Mail, kept.Letter.At));
    }

    [Fact]
    public async Task The_books_of_a_stretch_of_time_count_each_lead_by_rows_of_each_kind()
    {
        var (told, waiting, held, phone) = (At(0), At(1), At(2) with { Quarantined = true }, At(3) with { Email = null });
        await CaptureAsync(told, waiting, held, phone, At(60), At(-1));
        foreach (var work in await DueAsync(told))
        {
            var record = new SendRecord { Key = work.Key, Result = work.Key.Track == Track.Alert ? SendResult.Accepted : SendResult.Capped, At = Noon.AddMinutes(5) };
            await Store.TryMoveAsync(new(work) { Record = record }, default);
        }

        var books = await Ledger.ReadAsync(Noon, Noon.AddHours(1), default);

        Assert.Equal(Sorted([told.Id, waiting.Id, held.Id, phone.Id]), Sorted(books.Received));
        Assert.Equal(Sorted(books.Received), Sorted(books.Stored.Select(lead => lead.Id)));
        Assert.Equal((1, 1, 0, 0), (books.HeldBack, books.WithoutAddress, books.Lost.Count, books.Unaccounted.Count));
        Assert.Equal(Sorted([waiting.Id, phone.Id]), Sorted(books.NotAlerted));
        Assert.Empty(books.NotInFollowUp);
        Assert.Contains(told.Id, books.InFollowUp);

        static Lead At(int minutes) => ALead.Captured(ALead.AContact(minutes & 15), Noon.AddMinutes(minutes));
    }

    [Fact]
    public async Task A_change_is_kept_with_who_made_it_and_when()
    {
        var lead = await CaptureAsync(ALead.Captured());
        var change = new LeadChange { Call = CallResult.Reached, Assignee = "robin@example.com", Note = "Two lines\nand ünïcödé 🙂", IsFollowUpPaused = true };

        var done = Assert.IsType<ChangeOutcome.Done>(await OrderAsync(lead, change, Noon.AddMinutes(5)));
        await OrderAsync(lead, new() { Status = LeadStatus.Closed, ClosedReason = "moved away" }, Noon.AddMinutes(6));

        var file = await Desk.FindAsync(lead.Id, default);
        Assert.NotEqual(done.Version, file!.Version);
        Assert.Equal(
            (LeadStatus.Closed, "robin@example.com", Noon.AddMinutes(5), Noon.AddMinutes(5), "moved away"),
            (file.Lead.Status, file.Lead.AssignedTo, file.Lead.FirstRespondedAt, file.Lead.FollowUpPausedAt, file.Lead.ClosedReason));
        Assert.Equal((lead.Name, lead.Email, lead.Consent), (file.Lead.Name, file.Lead.Email, file.Lead.Consent));
        Assert.Equal(
            [
                new(TimelineKind.Called) { Call = CallResult.Reached },
                new(TimelineKind.StatusChanged) { From = LeadStatus.New, To = LeadStatus.Contacted },
                new(TimelineKind.Assigned) { Text = "robin@example.com" },
                new(TimelineKind.Noted) { Text = change.Note },
                new(TimelineKind.FollowUpPaused),
                new(TimelineKind.StatusChanged) { From = LeadStatus.Contacted, To = LeadStatus.Closed, Text = "moved away" },
            ],
            file.Timeline.Select(entry => entry.Deed));
        Assert.All(file.Timeline, entry => Assert.Equal(Robin, entry.By));
        Assert.Equal(Noon.AddMinutes(6), file.Timeline[^1].At);
    }

    [Fact]
    public async Task What_was_set_can_be_taken_away_again()
    {
        var lead = await CaptureAsync(ALead.Captured());
        await OrderAsync(lead, new() { Status = LeadStatus.Booked, Assignee = "robin@example.com", IsFollowUpPaused = true });

        await OrderAsync(lead, new() { Status = LeadStatus.New, Assignee = "", IsFollowUpPaused = false });

        var found = (await Desk.FindAsync(lead.Id, default))!.Lead;
        Assert.Equal((LeadStatus.New, null, null, null), (found.Status, found.AssignedTo, found.BookedAt, found.FollowUpPausedAt));
        Assert.NotNull(found.FirstRespondedAt);
    }

    [Fact]
    public async Task Of_two_who_saw_the_same_the_second_changes_nothing_and_sees_what_the_first_did()
    {
        var lead = await CaptureAsync(ALead.Captured());
        var seen = (await Desk.FindAsync(lead.Id, default))!.Version;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(index =>
            Desk.ChangeAsync(lead.Id, new(new() { Assignee = $"staff{index}@example.com" }, Robin, Noon) { Version = seen }, default)));

        var done = Assert.Single(outcomes.OfType<ChangeOutcome.Done>());
        Assert.All(outcomes.OfType<ChangeOutcome.Stale>(), stale => Assert.Equal((done.Version, done.Lead.AssignedTo), (stale.Version, stale.Lead.AssignedTo)));
        Assert.Equal(5, outcomes.OfType<ChangeOutcome.Stale>().Count());
        Assert.Single((await Desk.FindAsync(lead.Id, default))!.Timeline);
    }

    [Fact]
    public async Task Of_many_who_do_not_say_what_they_saw_all_are_heard()
    {
        var lead = await CaptureAsync(ALead.Captured());

        await Task.WhenAll(Enumerable.Range(0, 4).Select(index => OrderAsync(lead, new() { Note = $"note {index}" })));

        Assert.Equal(
            ["note 0", "note 1", "note 2", "note 3"],
            (await Desk.FindAsync(lead.Id, default))!.Timeline.Select(entry => entry.Deed.Text).Order());
    }

    [Fact]
    public async Task The_same_order_again_is_carried_out_once_also_when_much_has_happened_since()
    {
        var lead = await CaptureAsync(ALead.Captured());
        var order = new StaffOrder(new() { Note = "called back" }, Robin, Noon)
        {
            Id = "0f8fad5b",
            Version = (await Desk.FindAsync(lead.Id, default))!.Version,
        };
        await Desk.ChangeAsync(lead.Id, order, default);
        await OrderAsync(lead, new() { Status = LeadStatus.Booked });

        var again = await Desk.ChangeAsync(lead.Id, order with { At = Noon.AddMinutes(1) }, default);

        Assert.Equal(LeadStatus.Booked, Assert.IsType<ChangeOutcome.Done>(again).Lead.Status);
        Assert.Single((await Desk.FindAsync(lead.Id, default))!.Timeline, entry => entry.Deed.Kind == TimelineKind.Noted);
    }

    [Fact]
    public async Task What_is_so_already_leaves_no_trace()
    {
        var lead = await CaptureAsync(ALead.Captured());
        var before = await Desk.FindAsync(lead.Id, default);

        var outcome = await OrderAsync(lead, new() { Status = LeadStatus.New, Assignee = "", IsFollowUpPaused = false, ReleasesQuarantine = true, ReleasesArticles = true });

        Assert.Equal(before!.Version, Assert.IsType<ChangeOutcome.Done>(outcome).Version);
        Assert.Empty((await Desk.FindAsync(lead.Id, default))!.Timeline);
    }

    [Fact]
    public async Task What_is_not_possible_changes_nothing()
    {
        var lead = await CaptureAsync(ALead.Captured());
        await OrderAsync(lead, new() { Status = LeadStatus.Booked });
        var before = await Desk.FindAsync(lead.Id, default);

        var outcome = await OrderAsync(lead, new() { Status = LeadStatus.Spam, Note = "x" });

        Assert.Equal(ChangeProblem.StatusOutOfReach, Assert.IsType<ChangeOutcome.Refused>(outcome).Problem);
        Assert.Equal(before!.Version, (await Desk.FindAsync(lead.Id, default))!.Version);
        Assert.IsType<ChangeOutcome.NotFound>(await Desk.ChangeAsync(new(lead.Id.Value ^ 32), new(new() { Note = "x" }, Robin, Noon), default));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_lead_let_out_of_quarantine_begins_as_if_it_had_just_come(bool byStatus)
    {
        var lead = await CaptureAsync(ALead.Captured() with { Quarantined = true });
        await Store.DigestedAsync([lead.Handle], default);
        await OrderAsync(lead, new() { Status = LeadStatus.Spam });
        Assert.Empty(await DueAsync(lead));
        var now = Noon.AddHours(2);

        await OrderAsync(lead, byStatus ? new() { Status = LeadStatus.New } : new() { ReleasesQuarantine = true }, now);
        await OrderAsync(lead, new() { Status = LeadStatus.New, ReleasesQuarantine = true }, now.AddMinutes(1));

        var file = await Desk.FindAsync(lead.Id, default);
        Assert.Equal((LeadStatus.New, false, now), (file!.Lead.Status, file.Lead.Quarantined, file.Lead.ReleasedAt));
        Assert.Equal([Track.Alert, Track.Visitor], file.Due.Select(work => work.Key.Track).Order());
        Assert.All(file.Due, work => Assert.Equal(now, work.DueAt));
        Assert.Equal(lead.Id, file.Contact!.LatestLead);
        Assert.Contains(lead.Handle, await Store.AwaitingDigestAsync(lead.Contact.Shard, default).ToListAsync());
        Assert.Single(file.Timeline, entry => entry.Deed.Kind == TimelineKind.Released);
    }

    [Fact]
    public async Task Articles_that_staff_let_go_are_due_at_once()
    {
        var lead = await CaptureAsync(ALead.Captured() with { IsUrgent = true });
        await HoldAsync(lead);

        await OrderAsync(lead, new() { ReleasesArticles = true }, Noon.AddDays(3));

        var file = await Desk.FindAsync(lead.Id, default);
        Assert.False(file!.Contact!.AreArticlesHeld);
        Assert.Equal(Noon.AddDays(3), Assert.Single(file.Due, work => work.Key.Track == Track.Visitor).DueAt);
        Assert.Equal(TimelineKind.ArticlesReleased, Assert.Single(file.Timeline).Deed.Kind);
    }

    [Fact]
    public async Task A_quarantined_lead_can_be_let_out_and_its_persons_articles_let_go_in_one_change()
    {
        var contact = ALead.AContact();
        var lead = ALead.Captured(contact) with { IsUrgent = true, Quarantined = true };
        await CaptureAsync(ALead.Captured(contact) with { IsUrgent = true }, lead);

        await OrderAsync(lead, new() { ReleasesQuarantine = true, ReleasesArticles = true });

        var file = await Desk.FindAsync(lead.Id, default);
        Assert.Equal((false, false, lead.Id), (file!.Lead.Quarantined, file.Contact!.AreArticlesHeld, file.Contact.LatestLead));
    }

    [Fact]
    public async Task A_follow_up_that_goes_on_takes_its_held_work_along_and_nobody_elses()
    {
        var contact = ALead.AContact();
        var (lead, other) = (ALead.Captured(contact), ALead.Captured(contact));
        await CaptureAsync(lead, other);
        await OrderAsync(lead, new() { IsFollowUpPaused = true });
        await HoldAsync(lead);
        await HoldAsync(other);

        await OrderAsync(lead, new() { IsFollowUpPaused = false }, Noon.AddDays(3));

        Assert.Equal(Noon.AddDays(3), Assert.Single((await Desk.FindAsync(lead.Id, default))!.Due, work => work.Key.Track == Track.Visitor).DueAt);
        Assert.True(Assert.Single((await Desk.FindAsync(other.Id, default))!.Due, work => work.Key.Track == Track.Visitor).IsHeld);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_claim_or_a_hold_decided_before_staff_turned_the_follow_up_is_lost(bool isPaused)
    {
        var lead = await CaptureAsync(ALead.Captured());
        await OrderAsync(lead, new() { IsFollowUpPaused = !isPaused });
        var work = (await DueAsync(lead)).Single(due => due.Key.Track == Track.Visitor);
        var contact = await Store.FindContactAsync(lead.Contact, default);

        await OrderAsync(lead, new() { IsFollowUpPaused = isPaused });

        Assert.IsType<MoveOutcome.Lost>(await Store.TryMoveAsync(new(work) { Next = work with { DueAt = DueWork.Held }, Contact = contact }, default));
    }

    [Fact]
    public async Task A_look_is_remembered_and_changes_nothing()
    {
        var lead = await CaptureAsync(ALead.Captured());
        var before = await Desk.FindAsync(lead.Id, default);

        await Desk.ViewedAsync(lead.Id, Robin, Noon, default);
        await Desk.ViewedAsync(lead.Id, Robin, Noon, default);

        var after = await Desk.FindAsync(lead.Id, default);
        Assert.Equal(before!.Version, after!.Version);
        Assert.Equal([TimelineKind.Viewed, TimelineKind.Viewed], after.Timeline.Select(entry => entry.Deed.Kind));
    }

    /// <summary>Leads that differ in all that can be asked for.</summary>
    private async Task<IReadOnlyList<Lead>> VariousAsync()
    {
        var spread = 0;
        Lead At(int minutes, LeadKind kind = LeadKind.Appointment) => ALead.Captured(ALead.AContact(spread++ % Shard.Count), Noon.AddMinutes(minutes), kind);
        await CaptureAsync(
            At(0),
            At(1) with { Concerns = ["anxiety"], IsUrgent = true },
            At(2, LeadKind.Call) with { Name = ALead.Name("María Carmen García-López O'Brien Vega"), Phone = ALead.Phone("+44 20 7946 0958") },
            At(3, LeadKind.Call) with { Quarantined = true, Concerns = [] },
            At(60, LeadKind.Call),
            At(61) with { Name = ALead.Name("Roberta Quill"), Phone = null });
        var leads = await Desk.AllAsync(LeadFilter.All, after: null, default).ToListAsync();
        await OrderAsync(leads.Single(lead => lead.CapturedAt == Noon), new() { Call = CallResult.LeftMessage, Assignee = "robin@example.com" });
        await OrderAsync(leads.Single(lead => lead.CapturedAt == Noon.AddMinutes(61)), new() { Status = LeadStatus.Booked });
        return await Desk.AllAsync(LeadFilter.All, after: null, default).ToListAsync();
    }

    private static IEnumerable<LeadFilter> Filters()
    {
        var overdue = new Overdue(Noon.AddMinutes(30), Noon.AddMinutes(2), Noon.AddMinutes(2));
        yield return new() { Status = LeadStatus.Booked };
        yield return new() { Status = LeadStatus.New };
        yield return new() { Kind = LeadKind.Call };
        yield return new() { Concern = "chronic-pain" };
        yield return new() { Concern = "anxiety", IsUrgent = true };
        yield return new() { Assignee = "robin@example.com" };
        yield return new() { Assignee = "" };
        yield return new() { IsQuarantined = true };
        yield return new() { IsQuarantined = false, Kind = LeadKind.Call, Status = LeadStatus.New, IsUrgent = false, Assignee = "" };
        yield return new() { CanWait = true };
        yield return new() { CanWait = false };
        yield return new() { CapturedFrom = Noon.AddMinutes(2) };
        yield return new() { CapturedBefore = Noon.AddMinutes(2) };
        yield return new() { CapturedFrom = Noon.AddMinutes(1), CapturedBefore = Noon.AddMinutes(60), Kind = LeadKind.Call };
        yield return new() { Overdue = overdue, CapturedFrom = Noon.AddMinutes(1) };
        yield return new() { Overdue = overdue };
        yield return new() { Overdue = overdue, Kind = LeadKind.Call };
        yield return new() { Overdue = overdue with { Wanted = false } };
        foreach (var text in new[] { "rob", "ROBIN EXAMPLE", "maria gar", "vega maria", "obrien", "carmen", "lópez", "0958", "020 7946 0958", "+44 20 7946 0958", "(650) 555-0123" })
        {
            yield return new() { Search = Search(text) };
        }

        yield return new() { Search = Search("rob"), Status = LeadStatus.Booked, Kind = LeadKind.Appointment, IsUrgent = false, IsQuarantined = false, Assignee = "", Concern = "depression" };
        yield return new() { Search = Search("rob"), Overdue = overdue, Concern = "anxiety" };
    }

    private async Task AssertTogetherAsync(WantedPage[] lists)
    {
        var together = await Desk.FirstPagesAsync(lists, default);

        Assert.Equal(lists.Length, together.Count);
        foreach (var (list, page) in lists.Zip(together))
        {
            var alone = await Desk.ListAsync(list.Filter, after: null, list.Limit, default);
            Assert.Equal(alone.Leads.Select(lead => lead.Id), page.Leads.Select(lead => lead.Id));
            Assert.Equal(alone.Next, page.Next);
        }
    }

    private static LeadSearch Search(string text) => LeadSearch.Of(text, "PAMB", ALead.Keys);

    private async Task<IReadOnlyList<Lead>> FindAllAsync(string text) =>
        (await Desk.ListAsync(new() { Search = Search(text) }, after: null, 10, default)).Leads;

    private async Task<Lead> CaptureAsync(params Lead[] leads)
    {
        await Task.WhenAll(leads.Select(lead => Store.CaptureAsync(ALead.New(lead), default)));
        return leads[0];
    }

    private Task<ChangeOutcome> OrderAsync(Lead lead, LeadChange change, DateTimeOffset? at = null) =>
        Desk.ChangeAsync(lead.Id, new(change, Robin, at ?? Noon), default);

    private async Task HoldAsync(Lead lead)
    {
        var work = (await DueAsync(lead)).Single(due => due.Key.Track == Track.Visitor);
        Assert.IsType<MoveOutcome.Committed>(await Store.TryMoveAsync(new(work) { Next = work with { DueAt = DueWork.Held } }, default));
    }

    private async Task<SendKey> GiveUpAsync(Lead lead, DateTimeOffset at)
    {
        var work = (await DueAsync(lead)).Single(due => due.Key.Track == Track.Visitor);
        var claimed = ((MoveOutcome.Committed)await Store.TryMoveAsync(
            new(work) { Next = work with { DueAt = at, State = DueState.Uncertain, Attempts = 2, Refusals = 3 } }, default)).Next!;
        var record = new SendRecord { Key = work.Key, Result = SendResult.DeadLetter, At = at, Attempts = 2 };
        await Store.TryMoveAsync(new(claimed) { Record = record, DeadLetter = DeadLetter.NoWord }, default);
        return work.Key;
    }

    private async Task<IReadOnlyList<DueWork>> DueAsync(Lead lead) =>
        await Store.DueAsync(lead.Contact.Shard, Noon.AddDays(1), int.MaxValue, default).Where(work => work.Key.Lead == lead.Id).ToListAsync();

    private static IEnumerable<LeadId> Sorted(IEnumerable<LeadId> ids) => ids.OrderBy(id => id.Value);
}
