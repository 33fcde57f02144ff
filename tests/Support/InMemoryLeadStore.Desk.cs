using System.Runtime.CompilerServices;
using LeadFunctions.Leads;

namespace LeadFunctions.Tests.Support;

/// <content>Keeps the promises of <see cref="ILeadDesk"/> and <see cref="ILeadLedger"/>, over the same leads.</content>
internal sealed partial class InMemoryLeadStore : ILeadDesk, ILeadLedger
{
    private readonly List<(LeadId Lead, TimelineEntry Entry)> timeline = [];
    private readonly HashSet<(LeadId Lead, string Order)> carriedOut = [];

    // Every change makes another object of a lead, so the object is the version.
    private readonly ConditionalWeakTable<Lead, string> leadVersions = [];

    /// <summary>Set to do the next thing between reading a lead and changing it: what others do meanwhile.</summary>
    public Func<Task> BeforeNextChange { get; set; } = () => Task.CompletedTask;

    public IReadOnlyList<TimelineEntry> TimelineOf(LeadId lead) => [.. timeline.Where(kept => kept.Lead == lead).Select(kept => kept.Entry).OrderBy(entry => entry.At)];

    public async Task<LeadPage> ListAsync(LeadFilter filter, LeadCursor? after, int limit, CancellationToken cancellationToken)
    {
        var found = await Locked(() => Where(filter, after).Take(limit + 1).ToList());
        return found.Count <= limit ? new(found, Next: null) : new(found[..limit], new(found[limit - 1].Handle));
    }

    public async Task<IReadOnlyList<LeadPage>> FirstPagesAsync(IReadOnlyList<WantedPage> wanted, CancellationToken cancellationToken) =>
        await Task.WhenAll(wanted.Select(page => ListAsync(page.Filter, after: null, page.Limit, cancellationToken)));

    public async IAsyncEnumerable<Lead> AllAsync(LeadFilter filter, LeadCursor? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var lead in await Locked(() => Where(filter, after).ToList()))
        {
            yield return lead;
        }
    }

    public Task<LeadFile?> FindAsync(LeadId id, CancellationToken cancellationToken) => Locked(() => leads.Values.SingleOrDefault(lead => lead.Id == id) is not { } lead
        ? null
        : new LeadFile(lead, VersionOf(lead))
        {
            Timeline = TimelineOf(id),
            Sends = [.. sends.Values.Where(send => send.Key.Lead == id).OrderBy(send => send.At)],
            DeadLetters = [.. deadLetters.Where(letter => letter.Key.Lead == id).Select(letter => LetterOf(letter.Key))],
            Due = [.. due.Values.Where(work => work.Key.Lead == id)],
            Contact = contacts.GetValueOrDefault(lead.Contact),
            Others = [.. NewestFirst().Where(other => other.Contact == lead.Contact && other.Id != id).Take(LeadFile.MostOthers)],
        });

    public async Task<ChangeOutcome> ChangeAsync(LeadId id, StaffOrder order, CancellationToken cancellationToken)
    {
        var meanwhile = BeforeNextChange;
        BeforeNextChange = () => Task.CompletedTask;
        await meanwhile();
        return await Locked(() => Change(id, order));
    }

    public Task<IReadOnlyList<GivenUpMail>> GivenUpAsync(int limit, CancellationToken cancellationToken) => Locked<IReadOnlyList<GivenUpMail>>(() =>
        [.. deadLetters.Keys
            .Select(LetterOf)
            .OrderBy(letter => letter.At)
            .Take(limit)
            .SelectMany(letter => leads.Values.Where(lead => lead.Id == letter.Mail.Lead).Select(lead => new GivenUpMail(lead, letter)))]);

    public Task ViewedAsync(LeadId id, StaffActor by, DateTimeOffset at, CancellationToken cancellationToken) => Locked(() =>
    {
        timeline.Add((id, new(at, by, new(TimelineKind.Viewed))));
        return true;
    });

    public Task<LeadLedger> ReadAsync(DateTimeOffset from, DateTimeOffset before, CancellationToken cancellationToken) => Locked(() =>
    {
        var stored = leads.Values.Where(lead => lead.CapturedAt >= from && lead.CapturedAt < before).ToList();
        return new LeadLedger
        {
            Received = [.. stored.Select(lead => lead.Id).Intersect(submissions.Values.Select(submission => submission.Id))],
            Stored = stored,
            Alerted = [.. sends.Values.Where(send => send is { Key.Track: Track.Alert, Result: SendResult.Accepted }).Select(send => send.Key.Lead)],
            InFollowUp = [.. sends.Keys.Concat(due.Values.Select(work => work.Key)).Where(key => key.Track == Track.Visitor).Select(key => key.Lead)],
        };
    });

    private ChangeOutcome Change(LeadId id, StaffOrder order)
    {
        if (leads.Values.SingleOrDefault(found => found.Id == id) is not { } lead)
        {
            return new ChangeOutcome.NotFound();
        }

        if (order.Id is { } name && carriedOut.Contains((id, name)))
        {
            return new ChangeOutcome.Done(lead, VersionOf(lead));
        }

        if (order.Version is { } seen && seen != VersionOf(lead))
        {
            return new ChangeOutcome.Stale(lead, VersionOf(lead));
        }

        var isGivenUp = order.Change.Letter is { Mail: var mail } && mail.Lead == id && deadLetters.ContainsKey(mail);
        var decision = ChangeDecision.Of(lead, contacts.GetValueOrDefault(lead.Contact), order.Change, order.At, isGivenUp);
        if (decision is not ChangeDecision.Made made)
        {
            return new ChangeOutcome.Refused(lead, ((ChangeDecision.Refused)decision).Problem);
        }

        if (made.Deeds.Count == 0)
        {
            return new ChangeOutcome.Done(lead, VersionOf(lead));
        }

        if (order.Id is { } done)
        {
            carriedOut.Add((id, done));
        }

        Commit(made, order);
        return new ChangeOutcome.Done(leads[lead.Handle], VersionOf(leads[lead.Handle]));
    }

    private void Commit(ChangeDecision.Made made, StaffOrder order)
    {
        // Another object even when only the timeline grew.
        Outbox.Note(OutboxNote.Of(leads[made.After.Handle], made, order.At));
        var lead = leads[made.After.Handle] = made.After with { };
        timeline.AddRange(made.Deeds.Select(deed => (lead.Id, new TimelineEntry(order.At, order.By, deed))));
        if (made.IsReleased)
        {
            awaitingDigest.Add(lead.Handle);
            Begin(lead);
        }

        if ((made.LetsArticlesGo || made.TurnsFollowUp) && contacts.GetValueOrDefault(lead.Contact) is { } person)
        {
            contacts[lead.Contact] = person with { AreArticlesHeld = person.AreArticlesHeld && !made.LetsArticlesGo, Version = NewVersion() };
        }

        if (made.MovesLetter && order.Change.Letter is { } letter)
        {
            deadLetters.Remove(letter.Mail);
            told.Remove(letter.Mail);
            if (letter.IsPutBack)
            {
                Put(givenUp[letter.Mail].PutBack(order.At) with { IsUrgent = letter.Mail.Track == Track.Alert && lead.IsUrgent });
            }
        }

        var goesOn = made.TurnsFollowUp && !lead.IsFollowUpPaused;
        foreach (var work in due.Values
            .Where(work => work.IsHeld && ((made.LetsArticlesGo && work.Contact == lead.Contact) || (goesOn && work.Key.Lead == lead.Id)))
            .ToList())
        {
            due.Remove(PlaceOf(work));
            Put(work with { DueAt = order.At });
        }
    }

    private IEnumerable<Lead> Where(LeadFilter filter, LeadCursor? after)
    {
        if (filter.Search?.Reference is { } reference && leads.Values.SingleOrDefault(lead => lead.Id == reference) is { } found)
        {
            return after is null && (filter with { Search = null }).Matches(found) ? [found] : [];
        }

        return NewestFirst().Where(lead => filter.Matches(lead) && (after is null || Compare(after.Last, lead.Handle) < 0));
    }

    private DeadLetter LetterOf(SendKey mail) => new(mail, deadLetters[mail]) { At = sends.GetValueOrDefault(mail)?.At };

    private IEnumerable<Lead> NewestFirst() => leads.Values.Order(Comparer<Lead>.Create((one, other) => Compare(one.Handle, other.Handle)));

    private static int Compare(LeadHandle one, LeadHandle other) =>
        other.CapturedAt.CompareTo(one.CapturedAt) is var newest and not 0 ? newest : one.Id.Value.CompareTo(other.Id.Value);

    private string VersionOf(Lead lead) => leadVersions.GetValue(lead, _ => NewVersion());
}
