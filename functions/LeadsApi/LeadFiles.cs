using LeadFunctions.Leads;

namespace LeadFunctions.LeadsApi;

/// <summary>Finds all that is known of a lead, and remembers that it was looked at.</summary>
public sealed class LeadFiles(ILeadDesk desk, IEventStore events, LeadAnswers answers, TimeProvider clock)
{
    /// <returns>The lead and its version, or null when there is none.</returns>
    /// <exception cref="LeadStoreUnavailableException">Storage is away.</exception>
    public async Task<(LeadFileJson File, string Version)?> FindAsync(LeadId id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, cancellationToken) is not { } file)
        {
            return null;
        }

        await desk.ViewedAsync(id, StaffActor.Machine, clock.GetUtcNow(), cancellationToken);
        var evidence = MailEvidence.ByMail(await events.OfLeadAsync(id, cancellationToken).ToListAsync(cancellationToken));
        return (answers.Of(file, evidence), file.Version);
    }
}
