using LeadFunctions.Email;
using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Privacy;

/// <summary>
/// Sends the links that were asked for, and goes on with erasures that were cut short. A tick means nothing: two may overlap, and any may be missed.
/// </summary>
/// <remarks>
/// A link goes also to somebody who said stop: they asked for it. It does not go where mail bounced, which would reach nobody, nor to somebody who called
/// our mail spam, since anybody can type their address; they ask our staff. One link a day; a second only where nobody can tell
/// whether the first was taken.
/// </remarks>
public sealed partial class PrivacyWorkHandler(
    IPrivacyRequests requests,
    IErasureStore erasures,
    IPersonStore people,
    Eraser eraser,
    PrivacyMail mail,
    IEmailSender email,
    TimeProvider clock,
    ILogger<PrivacyWorkHandler> logger) : IWakeable
{
    /// <summary>A person gets at most one link in this time.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromHours(24);

    private const int MostAttempts = 2;

    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(45);

    // Longer than any post takes; after it, the post has no answer.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan GivenUp = TimeSpan.FromDays(3);

    public async Task HandleAsync(CancellationToken cancellationToken)
    {
        using var budget = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        budget.CancelAfter(Budget);
        foreach (var shard in Shard.All)
        {
            try
            {
                await HandleAsync(shard, budget.Token);
            }
            catch (LeadStoreUnavailableException exception)
            {
                LogShardAway(exception, shard);
            }
            catch (OperationCanceledException) when (budget.IsCancellationRequested)
            {
                return;
            }
        }
    }

    public Task WakeAsync(CancellationToken cancellationToken) => HandleAsync(cancellationToken);

    private async Task HandleAsync(Shard shard, CancellationToken cancellationToken)
    {
        foreach (var contact in await erasures.BegunAsync(shard, cancellationToken).ToListAsync(cancellationToken))
        {
            await eraser.EraseAsync(contact);
        }

        foreach (var request in await requests.AllAsync(shard, cancellationToken).ToListAsync(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await HandleAsync(request, clock.GetUtcNow());
        }
    }

    private async Task HandleAsync(PrivacyRequest request, DateTimeOffset now)
    {
        if (now < request.NotBefore)
        {
            return;
        }

        if (request.SentAt is { } sent && request.AskedAt < sent + Rest)
        {
            // It stays as long as it keeps another from being sent.
            if (now >= sent + Rest)
            {
                await requests.RemoveAsync(request, CancellationToken.None);
            }

            return;
        }

        var person = await people.FindAsync(request.Contact, CancellationToken.None);
        if (person is not { Reachable: { } lead, Contact: { BouncedAt: null, ComplainedAt: null, ErasingAt: null } } || now >= request.AskedAt + GivenUp)
        {
            await requests.RemoveAsync(request, CancellationToken.None);
            return;
        }

        if (request.Attempts >= MostAttempts)
        {
            await requests.TryUpdateAsync(request with { SentAt = now, NotBefore = null, Attempts = 0 }, CancellationToken.None);
            return;
        }

        await SendAsync(request, person, lead, now);
    }

    private async Task SendAsync(PrivacyRequest request, Person person, Lead lead, DateTimeOffset now)
    {
        var message = await mail.ComposeAsync(lead, person.Contact.Language?.Language ?? lead.Language);
        if (await requests.TryUpdateAsync(request with { NotBefore = now + Lease, Attempts = request.Attempts + 1 }, CancellationToken.None) is not { } taken)
        {
            return;
        }

        var outcome = await email.SendAsync(message, CancellationToken.None);
        LogAnswered(request.Contact, outcome.GetType().Name);
        await RecordAsync(taken, outcome, now);
    }

    private async Task RecordAsync(PrivacyRequest taken, SendOutcome outcome, DateTimeOffset now)
    {
        for (var current = taken; current is not null; current = await AgainAsync(taken.Contact))
        {
            var after = outcome switch
            {
                SendOutcome.Accepted or SendOutcome.RefusedForGood => current with { SentAt = now, NotBefore = null, Attempts = 0 },
                SendOutcome.Refused refused => current with { NotBefore = now + (refused.RetryAfter ?? Pause), Attempts = current.Attempts - 1 },
                SendOutcome.Misconfigured => current with { NotBefore = now + Pause, Attempts = current.Attempts - 1 },

                // Nobody can tell: when the lease ends it is sent once more.
                _ => null,
            };
            if (after is null || await requests.TryUpdateAsync(after, CancellationToken.None) is not null)
            {
                return;
            }
        }
    }

    // Asked for again while the mail was under way.
    private async Task<PrivacyRequest?> AgainAsync(ContactKey contact) =>
        await requests.AllAsync(contact.Shard, CancellationToken.None).FirstOrDefaultAsync(request => request.Contact == contact);

    [LoggerMessage(LogLevel.Information, "The link for contact {Contact}: {Outcome}.")]
    private partial void LogAnswered(ContactKey contact, string outcome);

    [LoggerMessage(LogLevel.Error, "What people asked for in shard {Shard} could not be read or done; it is tried again.")]
    private partial void LogShardAway(Exception exception, Shard shard);
}
