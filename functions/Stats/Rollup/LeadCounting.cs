using LeadFunctions.Leads;

namespace LeadFunctions.Stats;

/// <summary>Counts leads of which something has become known: new ones, those that a note tells of, and those with new evidence.</summary>
public sealed class LeadCounting(IOutbox outbox, ILeadStore leads, ILeadCounts counts, IEventStore events, FactReading facts, TimeProvider clock)
{
    /// <summary>Counts a lead that came; also one that is known already, since its last count may have been cut short.</summary>
    /// <returns>Whether it adds anything else than before.</returns>
    public async Task<bool> CapturedAsync(LeadHandle lead, CancellationToken cancellationToken) =>
        (await counts.FactsAsync(lead.Id, cancellationToken)).Captured is null
            ? await KeepAsync(lead, new(), cancellationToken)
            : await counts.CountAsync(lead.Id, cancellationToken);

    /// <summary>Counts what notes tell; each goes once it is counted.</summary>
    /// <param name="notes">Of one lead, or of one person.</param>
    /// <param name="cancellationToken">Stops between two steps, and nothing is lost.</param>
    public async Task NotedAsync(IReadOnlyList<OutboxNote> notes, CancellationToken cancellationToken)
    {
        foreach (var stop in notes.Where(note => note.Kind == OutboxKind.Unsubscribed))
        {
            await UnsubscribedAsync(stop, cancellationToken);
        }

        foreach (var ofLead in notes.Where(note => note.Lead is not null).GroupBy(note => note.Lead!.Value))
        {
            await KeepAsync(
                ofLead.Key,
                new()
                {
                    Sent = [.. ofLead.Where(note => note.Kind == OutboxKind.Sent).Select(facts.Sent)],
                    Statuses = [.. ofLead.Where(note => note.Kind == OutboxKind.StatusChanged).Select(note => new StatusFact(note.Status, note.At))],
                },
                cancellationToken);
        }

        await outbox.DoneAsync(notes, cancellationToken);
    }

    /// <summary>Counts the leads of whose mails there is evidence in an hour.</summary>
    public async Task WithEvidenceAsync(HourMark hour, int atOnce, CancellationToken cancellationToken)
    {
        var withEvidence = await events.OfHourAsync(hour.Start, cancellationToken)
            .Where(happened => happened.Mail.Track == Track.Visitor)
            .Select(happened => happened.Mail.Lead)
            .Distinct()
            .ToListAsync(cancellationToken);
        await Parallel.ForEachAsync(
            withEvidence,
            new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellationToken },
            async (lead, token) => await counts.CountAsync(lead, token));
        await counts.CountedAsync(hour, cancellationToken);
    }

    private async Task<bool> KeepAsync(LeadHandle lead, LeadFacts known, CancellationToken cancellationToken)
    {
        if (await facts.CapturedAsync(lead, cancellationToken) is not { } captured)
        {
            return false;
        }

        await counts.KeepAsync(lead.Id, known with { Captured = captured }, cancellationToken);
        var isChanged = await counts.CountAsync(lead.Id, cancellationToken);

        // Erased while it was being counted: what the erasure could not see yet goes after it.
        if (await leads.FindAsync(lead, cancellationToken) is null)
        {
            await events.ForgetAsync(lead.Id, clock.GetUtcNow(), cancellationToken);
        }

        return isChanged;
    }

    // Stopping is one person's, figures are by lead: it is with their newest one then, and with no other. The earliest word is the one that
    // holds, and it may come last.
    private async Task UnsubscribedAsync(OutboxNote note, CancellationToken cancellationToken)
    {
        var person = await leads.FindContactAsync(note.Contact!.Value, cancellationToken);
        if (person?.UnsubscribedAt is not { } at)
        {
            return;
        }

        var (newest, all) = await facts.OfContactAsync(person.Key, at, cancellationToken);
        foreach (var other in all.Where(lead => lead != newest))
        {
            await counts.WithdrawUnsubscribeAsync(other.Id, cancellationToken);
            await counts.CountAsync(other.Id, cancellationToken);
        }

        if (newest is { } chosen)
        {
            await KeepAsync(chosen, new() { UnsubscribedAt = at }, cancellationToken);
        }
    }
}
