using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.FollowUp;

/// <summary>Looks up what a step depends on, and nothing that it does not: evidence is read for steps that ask for clicks alone.</summary>
public sealed partial class StepFactsReader(IEventStore events, SequenceLibrary sequences, ILogger<StepFactsReader> logger)
{
    public async Task<StepFacts> ReadAsync(DueWork work, Lead lead, CancellationToken cancellationToken)
    {
        if (work.Key is not { Track: Track.Visitor, Step: > 0 })
        {
            return default;
        }

        var sequence = sequences.Of(work, lead);
        if (sequence.Version != work.BegunVersion)
        {
            LogVersionGone(work.Key, work.BegunVersion, sequence.Version);
        }

        // What was begun is not judged again.
        return work.Attempts == 0 && sequence.Step(work.Key.Step)?.Only.Clicked is not null
            ? new(await HasClickedAsync(lead.Id, cancellationToken))
            : default;
    }

    private async Task<bool> HasClickedAsync(LeadId lead, CancellationToken cancellationToken)
    {
        var evidence = await events.OfLeadAsync(lead, cancellationToken).ToListAsync(cancellationToken);
        return MailEvidence.ByMail(evidence.Where(happened => happened.Mail.Track == Track.Visitor)).Any(mail => mail.IsClickedByHuman);
    }

    [LoggerMessage(LogLevel.Warning, "{Work} began with version {Begun} of its sequence, which is gone from the content; it goes on with version {Nearest}.")]
    private partial void LogVersionGone(SendKey work, int begun, int nearest);
}
