using LeadFunctions.Languages;
using LeadFunctions.Leads;
using LeadFunctions.Tests.Support;

namespace LeadFunctions.Tests.Storage;

/// <summary>What <see cref="ILeadStore"/> promises; each keeper of the promise runs all of it.</summary>
public abstract partial class LeadStoreContract
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
    public async Task A_lead_is_found_by_its_reference_alone()
    {
        var lead = ALead.Captured();
        await Store.CaptureAsync(ALead.New(lead), default);

        Assert.Equal(lead.Contact, (await Store.FindByIdAsync(lead.Id, default))!.Contact);
        Assert.Null(await Store.FindByIdAsync(new(lead.Id.Value ^ 32), default));
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
