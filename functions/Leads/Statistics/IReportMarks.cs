namespace LeadFunctions.Leads;

/// <summary>A report to one member of the clinic.</summary>
/// <param name="Week">The Monday of the week that it is sent in.</param>
/// <param name="Member">The member, by the keyed hash of the address.</param>
public readonly record struct ReportMark(DateOnly Week, ContactKey Member);

/// <summary>
/// Which reports were sent: each at least once, and again only when nobody can tell whether it was. Methods throw
/// <see cref="LeadStoreUnavailableException"/> when the store cannot be reached or does not answer in time.
/// </summary>
public interface IReportMarks
{
    /// <summary>Claims a report until a time.</summary>
    /// <returns><see langword="false"/> when it was sent, or somebody else has claimed it and still has time.</returns>
    Task<bool> TryClaimAsync(ReportMark report, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>The report was sent, or there is nothing to send.</summary>
    Task FinishAsync(ReportMark report, CancellationToken cancellationToken);
}
