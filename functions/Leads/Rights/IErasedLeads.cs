namespace LeadFunctions.Leads;

/// <summary>Which leads were erased a short while ago: what is still told of their mails is not kept.</summary>
public interface IErasedLeads
{
    /// <summary>
    /// For how long it is remembered that a lead was erased. Afterwards nothing is left but that there is no such lead, and visits to links in its
    /// mails are kept only of leads that there are. A provider that tells of a complaint even later leaves a row that names an id and nothing else.
    /// </summary>
    /// <remarks>
    /// A provider tries to deliver for up to 72 hours, and tells of it for another 24 (SendGrid; Event Grid gives up after 24 hours, too): four
    /// days after the last mail left. Three more are for clocks, for an erasure that was cut short, and for a weekend.
    /// </remarks>
    static readonly TimeSpan Remembered = TimeSpan.FromDays(7);

    /// <summary>Stops to remember leads that were erased before a time (UTC).</summary>
    /// <returns>How many.</returns>
    Task<int> ForgetErasedBeforeAsync(DateTimeOffset time, CancellationToken cancellationToken);
}
