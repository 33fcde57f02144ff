using LeadFunctions.Clinic;
using LeadFunctions.Desk;
using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LeadFunctions.Digest;

/// <summary>
/// Makes the content of a digest: the news, and what else staff should know in the morning. A part that cannot be read is left out and logged:
/// it must not keep staff from hearing of the leads.
/// </summary>
public sealed partial class DigestSummary(
    ILeadDesk desk,
    ILeadLedger ledger,
    DigestFigures figures,
    AnswerClock answers,
    ClinicProfile clinic,
    IOptions<DigestOptions> options,
    TimeProvider clock,
    ILogger<DigestSummary> logger)
{
    /// <summary>So many leads that have waited too long are read; a clinic that has more needs no list of them.</summary>
    private const int MostOverdue = 200;

    private const int DaysOfAWeek = 7;

    /// <param name="news">What no digest has told yet.</param>
    /// <param name="today">The clinic's date.</param>
    /// <param name="morning">When the digest of the date is due (UTC).</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<DigestContent> ReadAsync(DigestNews news, DateOnly today, DateTimeOffset morning, CancellationToken cancellationToken)
    {
        var yesterday = today.AddDays(-1);
        var overdue = await desk.ListAsync(new() { Overdue = answers.OverdueAt(clock.GetUtcNow()) }, after: null, MostOverdue, cancellationToken);
        var content = news.ToContent(today, overdue.Leads);
        var bounced = await TryAsync("bounced alerts", () => figures.BouncedAlertsAsync(morning.AddDays(-1), morning, cancellationToken)) ?? [];
        return content with
        {
            LostAlerts = [.. content.LostAlerts.Union(bounced)],
            Ledger = await TryAsync("ledger", () => ledger.ReadAsync(Midnight(yesterday), Midnight(today), cancellationToken)),
            Bookings = await TryAsync("bookings", () => figures.BookingsAsync(yesterday, cancellationToken)),
            Week = options.Value.WeeklyOn == today.DayOfWeek
                ? await TryAsync("week", () => figures.WeekAsync(today.AddDays(-DaysOfAWeek), yesterday, cancellationToken))
                : null,
        };
    }

    private DateTimeOffset Midnight(DateOnly date) => clinic.Time.FirstInstant(date, TimeOnly.MinValue);

    private async Task<T?> TryAsync<T>(string part, Func<Task<T>> read)
        where T : class
    {
        try
        {
            return await read();
        }
        catch (Exception exception) when (exception is not (LeadStoreUnavailableException or OperationCanceledException))
        {
            LogLeftOut(exception, part);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Error, "The digest is sent without its {Part}, which cannot be read.")]
    private partial void LogLeftOut(Exception exception, string part);
}
