using LeadFunctions.Clinic;
using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Webhooks;

/// <summary>
/// Posts to one endpoint what is due to it, a few at once, and of one lead one after the other. A message is claimed before it is posted, so
/// that of two runs one does; a run that dies between the post and its record leaves the message due two minutes later, and the receiver gets
/// it twice under one id: at least once.
/// </summary>
public sealed partial class WebhookDelivery(
    IWebhookMessages messages, IWebhookLedger ledger, ILeadStore leads, WebhookSender sender, ClinicProfile clinic, TimeProvider clock, ILogger<WebhookDelivery> logger)
{
    /// <summary>Longer than a post and its record take, so that only what was left behind comes up again.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private const int PostsAtOnce = 4;
    private const int OfAShard = 100;

    /// <param name="endpoint">Who is told.</param>
    /// <param name="isTimeUp">Whether nothing more is to be taken on; what is under way is brought to its end.</param>
    /// <param name="cancellationToken">Stops at once; what was claimed is due again by itself.</param>
    public async Task HandleAsync(WebhookEndpoint endpoint, CancellationToken isTimeUp, CancellationToken cancellationToken)
    {
        var state = await ledger.FindAsync(endpoint.Id, cancellationToken);
        if (!state.IsOpen(clock.GetUtcNow()))
        {
            return;
        }

        var run = new EndpointRun();
        try
        {
            await PostAllAsync(endpoint, run, isTimeUp, cancellationToken);
        }
        finally
        {
            await RememberAsync(endpoint, run);
        }
    }

    private async Task PostAllAsync(WebhookEndpoint endpoint, EndpointRun run, CancellationToken isTimeUp, CancellationToken cancellationToken)
    {
        while (!run.IsOver && !isTimeUp.IsCancellationRequested)
        {
            var due = await DueAsync(endpoint, cancellationToken);
            if (due.Count == 0)
            {
                return;
            }

            await Parallel.ForEachAsync(
                due.OrderBy(message => message.Key.At).GroupBy(message => message.Key.Lead),
                new ParallelOptions { MaxDegreeOfParallelism = PostsAtOnce, CancellationToken = cancellationToken },
                async (ofLead, token) =>
                {
                    foreach (var message in ofLead.TakeWhile(_ => !run.IsOver && !isTimeUp.IsCancellationRequested))
                    {
                        await PostAsync(endpoint, message, run, token);
                    }
                });
        }
    }

    private async Task<List<WebhookMessage>> DueAsync(WebhookEndpoint endpoint, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await Task.WhenAll(Shard.All.Select(shard => messages.DueAsync(shard, endpoint.Id, now, OfAShard, cancellationToken).ToListAsync(cancellationToken).AsTask()));
        return [.. due.SelectMany(some => some)];
    }

    private async Task PostAsync(WebhookEndpoint endpoint, WebhookMessage message, EndpointRun run, CancellationToken cancellationToken)
    {
        if (await leads.FindAsync(message.Lead, cancellationToken) is null)
        {
            // Erased while it was being written out.
            await messages.ForgetAsync(message.Key, cancellationToken);
            return;
        }

        if (await messages.TryPutAsync(message.Claim(clock.GetUtcNow() + Lease), cancellationToken) is not { } claimed)
        {
            return;
        }

        var answer = await sender.PostAsync(endpoint, claimed.Key.MessageId, WebhookBody.Of(claimed, clinic), cancellationToken);
        var now = clock.GetUtcNow();
        run.Learn(answer, now);
        await SettleAsync(endpoint, claimed, answer, now);
    }

    // Recorded whoever may have stopped meanwhile: the post was made.
    private async Task SettleAsync(WebhookEndpoint endpoint, WebhookMessage claimed, WebhookAnswer answer, DateTimeOffset now)
    {
        var settled = answer is WebhookAnswer.Taken
            ? claimed.Deliver(answer.Text, now)
            : claimed.Fail(answer.Text, NextTry(claimed, answer, now), now);
        await messages.TryPutAsync(settled, CancellationToken.None);
        switch (settled.State)
        {
            case WebhookState.Delivered:
                LogDelivered(settled.Key.MessageId, endpoint.Name, settled.Attempts);
                break;
            case WebhookState.GivenUp:
                LogGivenUp(settled.Key.MessageId, endpoint.Name, settled.Attempts, answer.Text);
                break;
            default:
                LogFailed(settled.Key.MessageId, endpoint.Name, settled.Attempts, answer.Text, settled.DueAt);
                break;
        }
    }

    private static DateTimeOffset NextTry(WebhookMessage claimed, WebhookAnswer answer, DateTimeOffset now)
    {
        var next = WebhookLadder.NextTry(claimed, now);
        return answer is WebhookAnswer.Failed { HoldFor: { } hold } && now + hold > next ? now + hold : next;
    }

    private async Task RememberAsync(WebhookEndpoint endpoint, EndpointRun run)
    {
        if (run.News is not { } news)
        {
            return;
        }

        await ledger.NoteAsync(endpoint.Id, news, CancellationToken.None);
        if (news.IsDisabled == true)
        {
            LogGone(endpoint.Name);
        }
    }

    [LoggerMessage(LogLevel.Information, "Webhook {Message} was delivered to {Endpoint} with try {Attempts}.")]
    private partial void LogDelivered(string message, string endpoint, int attempts);

    [LoggerMessage(LogLevel.Warning, "Webhook {Message} was not taken by {Endpoint} with try {Attempts} ({Answer}); the next is at {NextTry:u}.")]
    private partial void LogFailed(string message, string endpoint, int attempts, string answer, DateTimeOffset nextTry);

    [LoggerMessage(LogLevel.Error, "Webhook {Message} was given up for {Endpoint} after {Attempts} tries ({Answer}).")]
    private partial void LogGivenUp(string message, string endpoint, int attempts, string answer);

    [LoggerMessage(LogLevel.Error, "Webhook endpoint {Endpoint} says that it is gone (410) and is turned off.")]
    private partial void LogGone(string endpoint);
}
