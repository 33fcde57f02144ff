using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Webhooks;

/// <summary>
/// Tells the clinic's own systems what has happened to leads. A tick has no meaning of its own: what is to be told is found by its rows. Two may
/// overlap, any may be missed or cut short; after 45 seconds nothing more is taken on, and the next goes on from there. Endpoints are served side
/// by side, so that a slow one holds up no other.
/// </summary>
public sealed partial class WebhooksHandler(
    WebhookEndpoints endpoints,
    WebhookWriting writing,
    WebhookDelivery delivery,
    IWebhookMessages messages,
    IWebhookLedger ledger,
    TimeProvider clock,
    ILogger<WebhooksHandler> logger)
{
    /// <summary>For how long messages can be replayed.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromDays(1);
    private static readonly TimeSpan BetweenSkips = TimeSpan.FromHours(1);

    private DateTimeOffset skippedAt = DateTimeOffset.MinValue;

    public async Task HandleAsync(CancellationToken cancellationToken)
    {
        if (endpoints.All.Count == 0)
        {
            await SkipAsync(cancellationToken);
            return;
        }

        using var budget = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        budget.CancelAfter(Budget);
        await WriteAsync(budget.Token, cancellationToken);
        await Task.WhenAll(endpoints.All.Select(endpoint => delivery.HandleAsync(endpoint, budget.Token, cancellationToken)));
        await SweepAsync(cancellationToken);
    }

    private async Task WriteAsync(CancellationToken isTimeUp, CancellationToken cancellationToken)
    {
        try
        {
            await writing.HandleAsync(isTimeUp);
        }
        catch (OperationCanceledException) when (isTimeUp.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            LogTimeIsUp();
        }
    }

    // Nobody listens: a look now and then keeps what is noted from piling up.
    private async Task SkipAsync(CancellationToken cancellationToken)
    {
        if (clock.GetUtcNow() - skippedAt >= BetweenSkips)
        {
            await writing.SkipAsync(cancellationToken);
            skippedAt = clock.GetUtcNow();
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await ledger.SweptAtAsync(cancellationToken) is { } at && now - at < BetweenSweeps)
        {
            return;
        }

        var waiting = await messages.ForgetBeforeAsync(now - Kept, cancellationToken);
        await ledger.SetSweptAtAsync(now, cancellationToken);
        if (waiting > 0)
        {
            LogForgotten(waiting);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Time was up before everything that happened was written out for the endpoints; the next run goes on.")]
    private partial void LogTimeIsUp();

    [LoggerMessage(LogLevel.Error, "{Count} webhooks waited for 30 days and were taken away: their endpoint is off, or no setting names it any more.")]
    private partial void LogForgotten(int count);
}
