using LeadFunctions.Leads;
using LeadFunctions.Telemetry;

namespace LeadFunctions.FollowUp;

/// <summary>
/// Claims the work of mails of one shard, together: as many as the pace allows and the breaker lets through. Each claim is conditional on its
/// own work and its own contact: of two who try, or of a claim and an unsubscribe, one comes second and does nothing.
/// </summary>
public sealed class MailClaims(ILeadBatches batches, SendBreaker breaker, SendPace pace, TimeProvider clock)
{
    /// <returns>
    /// One for each mail that may be claimed now, in the same order; whoever gets it ends it by <see cref="MailDelivery.TrySendAsync"/> or
    /// <see cref="End"/>, and then leaves <see cref="SendPace.Claims"/>.
    /// </returns>
    public async Task<IReadOnlyList<MailClaim>> ClaimAsync(IReadOnlyList<PreparedMail> mails, CancellationToken cancellationToken)
    {
        await pace.Claims.EnterAsync(mails.Count, mails[0].Precedence, cancellationToken);
        var allowed = mails.Select(mail => (Mail: mail, Pass: breaker.TryEnter())).TakeWhile(each => each.Pass is not null).ToList();
        pace.Claims.Leave(mails.Count - allowed.Count);
        if (allowed.Count == 0)
        {
            return [];
        }

        var begun = clock.GetTimestamp();
        try
        {
            // Not cancelled half-way: a claim without its post would look like a post without its answer.
            cancellationToken.ThrowIfCancellationRequested();
            var now = clock.GetUtcNow();
            foreach (var (mail, _) in allowed.Where(each => each.Mail.Due.State == DueState.Due))
            {
                Figures.TakenUp(mail.Due.Key.Track, now - mail.Due.DueAt);
            }

            var moves = allowed.ConvertAll(each => ToMove(each.Mail, now));
            var outcomes = await batches.TryMoveAsync(moves[0].From.Shard, moves, CancellationToken.None);
            return [.. allowed.Select((each, at) => new MailClaim(each.Mail, each.Pass!, moves[at].Next!, outcomes[at], begun))];
        }
        catch
        {
            allowed.ForEach(each => breaker.Leave(each.Pass!, outcome: null));
            pace.Claims.Leave(allowed.Count);
            throw;
        }
    }

    /// <summary>Nothing is posted for this claim.</summary>
    public void End(MailClaim claim) => breaker.Leave(claim.Pass, outcome: null);

    private static Move ToMove(PreparedMail mail, DateTimeOffset now) =>
        new(mail.Due) { Next = SendProtocol.Claimed(mail.Send.Work, now), Contact = mail.Send.Contact };
}
