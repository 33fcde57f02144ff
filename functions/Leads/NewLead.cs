namespace LeadFunctions.Leads;

/// <summary>A lead about to be stored.</summary>
/// <param name="Lead">The lead.</param>
/// <param name="Submission">The key of the submission, from <see cref="LeadKeys.Submission"/>.</param>
/// <param name="Fingerprint">What was submitted, from <see cref="LeadKeys.Fingerprint"/>: a repetition says the same, a mistake does not.</param>
public sealed record NewLead(Lead Lead, string Submission, string Fingerprint)
{
    /// <summary>
    /// The work that begins with the lead: the alert, and the confirmation when there is an address. In quarantine nothing is mailed to the
    /// visitor, and staff are told only of what is urgent: danger that looks like spam may still be danger.
    /// </summary>
    public IEnumerable<DueWork> FirstWork()
    {
        if (!Lead.Quarantined || Lead.IsUrgent)
        {
            yield return Begin(Track.Alert);
        }

        if (!Lead.Quarantined && Lead.Email is not null)
        {
            yield return Begin(Track.Visitor);
        }
    }

    /// <summary>The same lead under another id, for when the first is taken.</summary>
    public NewLead WithOtherId() => this with { Lead = Lead with { Id = LeadId.New(Lead.Contact.Shard) } };

    private DueWork Begin(Track track) => new()
    {
        Key = new(Lead.Id, track, 0),
        Lead = Lead.Handle,
        Kind = Lead.Kind,
        Contact = Lead.Contact,
        IsUrgent = Lead.IsUrgent && track == Track.Alert,
        DueAt = Lead.CapturedAt,
    };
}
