namespace LeadFunctions.Leads;

/// <summary>
/// How soon staff answered, a row a week, so that a page need not read the leads themselves. Methods throw
/// <see cref="LeadStoreUnavailableException"/> when the store cannot be reached or does not answer in time.
/// </summary>
public interface IAnswerTimes
{
    /// <summary>The weeks in which anybody came, from one Monday to another, both included, in order.</summary>
    Task<IReadOnlyList<AnswerWeek>> WeeksAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken);

    /// <returns>Null while nothing was worked out.</returns>
    Task<RecentAnswers?> RecentAsync(CancellationToken cancellationToken);

    /// <summary>Keeps what was worked out anew, in the place of what was there; at most 99 weeks at once. Weeks that are not named stay. Idempotent.</summary>
    Task KeepAsync(IReadOnlyList<AnswerWeek> weeks, RecentAnswers recent, CancellationToken cancellationToken);
}
