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
        if (now < clinic.Time.FirstInstant(today, clinic.DigestAt) || !await leads.TryClaimDigestAsync(today, now, now + Lease, cancellationToken))
        {
            return;
        }

        var waiting = await EachShardAsync(leads.AwaitingDigestAsync, cancellationToken);
        if (waiting.Count == 0)
        {
            await leads.FinishDigestAsync(today, cancellationToken);
            return;
        }

        var content = await ContentAsync(today, waiting, cancellationToken);
        var outcome = await email.SendAsync(await mail.ComposeAsync(content, SendIdOf(today)), CancellationToken.None);
        if (outcome is not SendOutcome.Accepted)
        {
            LogNotAccepted(today, outcome.GetType().Name);
            return;
        }

        await leads.FinishDigestAsync(today, CancellationToken.None);
        await leads.DigestedAsync(waiting, CancellationToken.None);
        LogSent(today, waiting.Count);
    }

    private async Task<DigestContent> ContentAsync(DateOnly date, IReadOnlyList<LeadHandle> waiting, CancellationToken cancellationToken)
    {
        var found = new List<Lead>();
        foreach (var handle in waiting)
        {
            if (await leads.FindAsync(handle, cancellationToken) is { } lead)
            {
                found.Add(lead);
            }
        }

        var deadLetters = await EachShardAsync(leads.DeadLettersAsync, cancellationToken);
        return new(
            date,
            Waiting(found, LeadKind.Call),
            Waiting(found, LeadKind.Appointment),
            found.Count(lead => lead.Quarantined),
            deadLetters.Count);
    }

    // Who has waited longest comes first.
    private static List<Lead> Waiting(IEnumerable<Lead> found, LeadKind kind) =>
        [.. found.Where(lead => lead.Kind == kind && lead.IsOpen).OrderBy(lead => lead.CapturedAt)];

    private static async Task<IReadOnlyList<T>> EachShardAsync<T>(
        Func<Shard, CancellationToken, IAsyncEnumerable<T>> read, CancellationToken cancellationToken)
    {
        var all = new List<T>();
        foreach (var shard in Shard.All)
        {
            await foreach (var item in read(shard, cancellationToken))
            {
                all.Add(item);
            }
        }

        return all;
    }

    private static string SendIdOf(DateOnly date) => "digest" + date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    [LoggerMessage(LogLevel.Information, "Sent the digest of {Date} with {Count} leads.")]
    private partial void LogSent(DateOnly date, int count);

    [LoggerMessage(LogLevel.Error, "The digest of {Date} was not accepted ({Outcome}); it is tried again.")]
    private partial void LogNotAccepted(DateOnly date, string outcome);
}
