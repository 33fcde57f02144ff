namespace LeadFunctions.Leads;

/// <summary>A lead about to be stored.</summary>
/// <param name="Lead">The lead.</param>
/// <param name="Submission">The key of the submission, from <see cref="LeadKeys.Submission"/>.</param>
/// <param name="Fingerprint">What was submitted, from <see cref="LeadKeys.Fingerprint"/>: a repetition says the same, a mistake does not.</param>
public sealed record NewLead(Lead Lead, string Submission, string Fingerprint)
{
    /// <summary>When it is stored (UTC), where that is long after it was captured: the figures are told of it. Null for one that just came.</summary>
    public DateTimeOffset? StoredLateAt { get; init; }

    /// <summary>The same lead under another id, for when the first is taken.</summary>
    public NewLead WithOtherId() => this with { Lead = Lead with { Id = LeadId.New(Lead.Contact.Shard) } };
}
