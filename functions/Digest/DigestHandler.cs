using LeadFunctions.Clinic;
using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Digest;

/// <summary>
/// Tells staff, once each morning of the clinic, of the leads that no digest has held yet, and of what else needs them. Each member gets a mail
/// of their own. At least once: a repeat is harmless, a miss may be a lost patient, so leads stay on the list until a digest that holds them was
/// accepted, and whoever's mail was not accepted gets it later, while the others are left in peace.
/// </summary>
public sealed partial class DigestHandler(
    ILeadStore leads,
    DigestReading reading,
    DigestSummary summary,
    DigestRound round,
    ClinicProfile clinic,
    TimeProvider clock,
    ILogger<DigestHandler> logger)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(120);

    public async Task HandleAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = clinic.Time.DateAt(now);
        var morning = clinic.Time.FirstInstant(today, clinic.DigestAt);
        if (now < morning || !await leads.TryClaimDigestAsync(today, now, now + Lease, cancellationToken))
        {
            return;
        }

        // What came after the morning is for the next one, also when this one is late.
        var hold = await leads.FindDigestAsync(today, cancellationToken);
        var news = hold is null ? await reading.ReadAsync(morning, cancellationToken) : await reading.ReadAsync(hold, cancellationToken);
        var content = await summary.ReadAsync(news, today, morning, cancellationToken);
        if (hold is null && !content.IsAnything)
        {
            await leads.FinishDigestAsync(today, cancellationToken);
            return;
        }

        var (receivers, isComplete) = await round.SendAsync(content, news, hold?.Receivers ?? []);
        if (receivers == 0)
        {
            return;
        }

        await leads.DigestedAsync([.. news.Leads.Select(lead => lead.Handle), .. news.Gone], CancellationToken.None);
        await leads.ToldAsync(news.DeadLetters, CancellationToken.None);
        if (isComplete)
        {
            await leads.FinishDigestAsync(today, CancellationToken.None);
            LogSent(today, news.Leads.Count, receivers);
        }
    }

    [LoggerMessage(LogLevel.Information, "The digest of {Date} with {Count} leads has gone to all {Members} who get it.")]
    private partial void LogSent(DateOnly date, int count, int members);
}
