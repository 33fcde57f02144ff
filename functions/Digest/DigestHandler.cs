using System.Globalization;
using LeadFunctions.Clinic;
using LeadFunctions.Email;
using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Digest;

/// <summary>
/// Tells staff, once each morning of the clinic, of the leads that no digest has held yet. At least once: a repeat is harmless, a miss
/// may be a lost patient, so leads stay on the list until a digest that holds them was accepted.
/// </summary>
public sealed partial class DigestHandler(
    ILeadStore leads,
    DigestReading reading,
    DigestMail mail,
    IEmailSender email,
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
        var news = await reading.ReadAsync(morning, cancellationToken);
        if (news.IsEmpty)
        {
            await leads.FinishDigestAsync(today, cancellationToken);
            return;
        }

        var outcome = await email.SendAsync(await mail.ComposeAsync(news.ToContent(today), SendIdOf(today)), CancellationToken.None);
        if (outcome is not SendOutcome.Accepted)
        {
            LogNotAccepted(today, outcome.GetType().Name);
            return;
        }

        await leads.FinishDigestAsync(today, CancellationToken.None);
        await leads.DigestedAsync([.. news.Leads.Select(lead => lead.Handle), .. news.Gone], CancellationToken.None);
        await leads.ToldAsync(news.DeadLetters, CancellationToken.None);
        LogSent(today, news.Leads.Count);
    }

    private static string SendIdOf(DateOnly date) => "digest" + date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    [LoggerMessage(LogLevel.Information, "Sent the digest of {Date} with {Count} leads.")]
    private partial void LogSent(DateOnly date, int count);

    [LoggerMessage(LogLevel.Error, "The digest of {Date} was not accepted ({Outcome}); it is tried again.")]
    private partial void LogNotAccepted(DateOnly date, string outcome);
}
