using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Storage;

/// <summary>What <see cref="ILeadBatches"/> promises; each keeper of the promise runs all of it.</summary>
public abstract class LeadBatchesContract
{
    private static readonly DateTimeOffset Noon = ALead.Noon;

    protected abstract ILeadStore Store { get; }

    protected abstract ILeadBatches Batches { get; }

    [Fact]
    public async Task Leads_and_contacts_are_found_together_and_who_is_gone_is_not_among_them()
    {
        var work = await BegunAsync(12);
        var gone = ALead.Captured();

        var leads = await Batches.FindAsync(work[0].Shard, [.. work.Select(each => each.Lead), gone.Handle, work[0].Lead], default);
        var contacts = await Batches.FindContactsAsync(work[0].Shard, [.. work.Select(each => each.Contact), gone.Contact, work[0].Contact], default);

        HashSet<LeadHandle> there = [.. work.Select(each => each.Lead)];
        Assert.Equal(there, [.. leads.Keys]);
        Assert.All(leads, lead => Assert.Equal(lead.Key, lead.Value.Handle));
        HashSet<ContactKey> known = [.. work.Select(each => each.Contact)];
        Assert.Equal(known, [.. contacts.Keys]);
        Assert.All(work, each => Assert.Equal(each.Key.Lead, contacts[each.Contact].LatestLead));
    }

    [Fact]
    public async Task Nothing_is_found_of_nothing()
    {
        Assert.Empty(await Batches.FindAsync(new(10), [], default));
        Assert.Empty(await Batches.FindContactsAsync(new(10), [], default));
        Assert.Empty(await Batches.TryMoveAsync(new(10), [], default));
    }

    [Fact]
    public async Task A_lead_that_stands_far_from_the_others_is_found_as_well()
    {
        // Between the two, more leads than would be read on the way from the one to the other.
        await BegunAsync(20);
        var shard = new Shard(10);
        var (first, last) = (ALead.Captured(at: Noon.AddDays(1)), ALead.Captured(at: Noon.AddDays(-1)));
        LeadHandle[] others = [.. (await BegunAsync(2)).Select(work => work.Lead)];
        await Store.CaptureAsync(ALead.New(first), default);
        await Store.CaptureAsync(ALead.New(last), default);

        var found = await Batches.FindAsync(shard, [first.Handle, last.Handle, .. others], default);

        HashSet<LeadHandle> wanted = [first.Handle, last.Handle, .. others];
        Assert.Equal(wanted, [.. found.Keys]);
    }

    [Fact]
    public async Task Many_claims_are_committed_each_with_its_contact()
    {
        var claims = await ClaimsAsync(await BegunAsync(33));

        var outcomes = await Batches.TryMoveAsync(claims[0].From.Shard, claims, default);

        Assert.Equal(claims.Select(claim => claim.Next!.Key), outcomes.Select(outcome => Assert.IsType<MoveOutcome.Committed>(outcome).Next!.Key));
        foreach (var (claim, outcome) in claims.Zip(outcomes))
        {
            // The version is that of the row as it is now: the next move builds on it.
            var next = ((MoveOutcome.Committed)outcome).Next!;
            var contact = await Store.FindContactAsync(claim.From.Contact, default);
            Assert.Equal(claim.Contact!.Articles, contact!.Articles);
            Assert.IsType<MoveOutcome.Committed>(await Store.TryMoveAsync(new(next) { Record = RecordOf(next) }, default));
        }
    }

    [Fact]
    public async Task More_moves_than_a_transaction_holds_are_committed_all_the_same()
    {
        var claims = await ClaimsAsync(await BegunAsync(80));

        var outcomes = await Batches.TryMoveAsync(claims[0].From.Shard, claims, default);

        Assert.All(outcomes, outcome => Assert.IsType<MoveOutcome.Committed>(outcome));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(9)]
    public async Task Those_that_somebody_else_was_first_to_are_lost_and_the_rest_are_committed(int taken)
    {
        var claims = await ClaimsAsync(await BegunAsync(9));
        var others = claims.Index().OrderBy(each => each.Index * 5 % 9).Take(taken).Select(each => each.Item).ToHashSet();
        foreach (var other in others)
        {
            await Store.TryMoveAsync(new(other.From) { Next = other.From with { DueAt = Noon.AddHours(5) } }, default);
        }

        var outcomes = await Batches.TryMoveAsync(claims[0].From.Shard, claims, default);

        Assert.All(claims.Zip(outcomes), each => Assert.Equal(others.Contains(each.First), each.Second is MoveOutcome.Lost));
        Assert.Equal(9 - taken, outcomes.Count(outcome => outcome is MoveOutcome.Committed));
        var due = await DueAsync(Noon.AddDays(1));
        Assert.All(claims, claim => Assert.Equal(
            others.Contains(claim) ? Noon.AddHours(5) : claim.Next!.DueAt,
            Assert.Single(due, work => work.Key == claim.From.Key).DueAt));
    }

    [Fact]
    public async Task An_unsubscribe_of_one_person_loses_their_claim_alone()
    {
        var claims = await ClaimsAsync(await BegunAsync(5));
        await Store.SuppressAsync(claims[2].From.Contact, [new(SuppressionReason.Unsubscribed, Noon)], default);

        var outcomes = await Batches.TryMoveAsync(claims[0].From.Shard, claims, default);

        Assert.Equal([false, false, true, false, false], outcomes.Select(outcome => outcome is MoveOutcome.Lost));
        Assert.Null((await Store.FindContactAsync(claims[2].From.Contact, default))!.Articles);
    }

    [Fact]
    public async Task Of_two_claims_of_one_person_the_first_is_committed_and_the_second_needs_a_fresh_look()
    {
        var contact = ALead.AContact();
        var work = await BegunAsync(4, contact);

        var outcomes = await Batches.TryMoveAsync(contact.Shard, await ClaimsAsync([work[0], work[1]]), default);

        Assert.Equal([false, true], outcomes.Select(outcome => outcome is MoveOutcome.Lost));
        Assert.Equal(work[0].Key, (await Store.FindContactAsync(contact, default))!.Articles!.Send);
    }

    [Fact]
    public async Task Work_that_is_named_twice_moves_once()
    {
        var work = (await BegunAsync(1))[0];
        Move[] moves = [new(work) { Next = work with { DueAt = Noon.AddHours(1) } }, new(work) { Next = work with { DueAt = Noon.AddHours(2) } }];

        var outcomes = await Batches.TryMoveAsync(work.Shard, moves, default);

        Assert.Equal([false, true], outcomes.Select(outcome => outcome is MoveOutcome.Lost));
        Assert.Equal(Noon.AddHours(1), Assert.Single(await DueAsync(Noon.AddDays(1)), found => found.Key == work.Key).DueAt);
    }

    [Fact]
    public async Task Moves_of_every_kind_go_together()
    {
        var work = await BegunAsync(5);
        Move[] moves =
        [
            new(work[0]) { Next = work[0] with { Key = work[0].Key with { Step = 1 }, DueAt = Noon.AddDays(2) }, Record = RecordOf(work[0]) },
            new(work[1]) { Record = RecordOf(work[1]) with { Result = SendResult.DeadLetter }, DeadLetter = "no reason" },
            new(work[2]),
            new(work[3]) { Next = work[3] with { DueAt = Noon.AddHours(1), Failures = 1 } },
            new(work[4]) { Record = RecordOf(work[4]) with { Result = SendResult.Suppressed } },
        ];

        var outcomes = await Batches.TryMoveAsync(work[0].Shard, moves, default);

        Assert.All(outcomes, outcome => Assert.IsType<MoveOutcome.Committed>(outcome));
        Assert.Equal([true, false, false, true, false], outcomes.Select(outcome => ((MoveOutcome.Committed)outcome).Next is not null));
        Assert.Equal(SendResult.Accepted, (await Store.FindSendAsync(work[0].Contact, work[0].Key, default))!.Result);
        Assert.Contains(work[1].Key, await Store.DeadLettersAsync(work[1].Shard, default).ToListAsync());
        var due = (await DueAsync(Noon.AddDays(3))).Where(found => found.Key.Track == Track.Visitor && work.Any(each => each.Lead == found.Lead));
        Assert.Equal([(work[0].Lead, 1), (work[3].Lead, 0)], due.Select(found => (found.Lead, found.Key.Step)).OrderByDescending(found => found.Step));
    }

    [Fact]
    public async Task Of_two_who_claim_the_same_rows_each_row_goes_to_one()
    {
        var work = await BegunAsync(24);
        var claims = await ClaimsAsync(work);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(worker => Batches.TryMoveAsync(
            work[0].Shard,
            [.. claims.Select(claim => claim with { Next = claim.Next! with { DueAt = claim.Next.DueAt.AddSeconds(worker) } })],
            default)));

        Assert.All(Enumerable.Range(0, work.Count), at => Assert.Single(outcomes, outcome => outcome[at] is MoveOutcome.Committed));
    }

    [Fact]
    public async Task A_move_to_where_the_work_is_or_of_another_shard_commits_nothing()
    {
        var work = await BegunAsync(2);
        var good = new Move(work[0]) { Next = work[0] with { DueAt = Noon.AddHours(1) } };

        await Assert.ThrowsAsync<InvalidOperationException>(() => Batches.TryMoveAsync(work[0].Shard, [good, new(work[1]) { Next = work[1] }], default));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Batches.TryMoveAsync(new(11), [good], default));

        Assert.Contains(await DueAsync(Noon), found => found.Key == work[0].Key);
    }

    /// <summary>Visitors' work of so many leads that were captured one second after the other, in shard 10.</summary>
    protected async Task<IReadOnlyList<DueWork>> BegunAsync(int count, ContactKey? contact = null)
    {
        var captured = Enumerable.Range(0, count).Select(seconds => ALead.Captured(contact, Noon.AddSeconds(seconds - 1000))).ToList();
        await Parallel.ForEachAsync(captured, async (lead, token) => await Store.CaptureAsync(ALead.New(lead), token));
        var ids = captured.Select(lead => lead.Id).ToHashSet();
        return [.. (await DueAsync(Noon)).Where(work => work.Key.Track == Track.Visitor && ids.Contains(work.Key.Lead))];
    }

    protected async Task<IReadOnlyList<Move>> ClaimsAsync(IReadOnlyList<DueWork> some)
    {
        var claims = new List<Move>();
        foreach (var work in some)
        {
            var contact = await Store.FindContactAsync(work.Contact, default);
            claims.Add(new(work)
            {
                Next = work with { DueAt = Noon.AddMinutes(2), State = DueState.Sending, Attempts = 1, AttemptedAt = Noon },
                Contact = contact! with { Articles = new(Noon, work.Key) },
            });
        }

        return claims;
    }

    protected static SendRecord RecordOf(DueWork work) => new() { Key = work.Key, Result = SendResult.Accepted, At = Noon, Attempts = 1 };

    private async Task<IReadOnlyList<DueWork>> DueAsync(DateTimeOffset now) => await Store.DueAsync(new(10), now, int.MaxValue, default).ToListAsync();
}
