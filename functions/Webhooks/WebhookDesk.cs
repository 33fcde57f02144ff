using LeadFunctions.Leads;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Webhooks;

/// <summary>Does what admins want done about webhooks, and keeps who did it.</summary>
public sealed partial class WebhookDesk(
    IWebhookMessages messages, IWebhookLedger ledger, WebhookSender sender, TimeProvider clock, ILogger<WebhookDesk> logger)
{
    // Somebody posts the message just now; a try later it is over.
    private const int MostTries = 5;

    /// <returns>What was done; null where there was nothing to do it with.</returns>
    public async Task<WebhookDeed?> RunAsync(WebhookOrder order, string by)
    {
        // Not cancelled half-way: whoever asked may have gone, and what they asked for is done or not done.
        var deed = order switch
        {
            WebhookOrder.ReplayOne one => await ReplayAsync(one.Key, by),
            WebhookOrder.ReplaySince many => await ReplayAsync(many, by),
            WebhookOrder.Test test => await TestAsync(test.To, by),
            WebhookOrder.Enable enable => await EnableAsync(enable.To, by),
            _ => null,
        };
        if (deed is not null)
        {
            await ledger.AddAsync(deed, CancellationToken.None);
            LogDone(deed.Kind, deed.Endpoint, deed.Count ?? 1);
        }

        return deed;
    }

    private async Task<WebhookDeed?> ReplayAsync(WebhookKey key, string by)
    {
        for (var tries = 0; tries < MostTries && await messages.FindAsync(key, CancellationToken.None) is { } message; tries++)
        {
            if (await messages.TryPutAsync(message.Replay(clock.GetUtcNow()), CancellationToken.None) is not null)
            {
                return new(clock.GetUtcNow(), by, WebhookDeedKind.Replayed, key.Endpoint, key.MessageId);
            }
        }

        return null;
    }

    private async Task<WebhookDeed?> ReplayAsync(WebhookOrder.ReplaySince order, string by)
    {
        var now = clock.GetUtcNow();
        var count = await messages.ReplayAsync(order.To.Id, order.At, order.WithDelivered, now, CancellationToken.None);
        return new(now, by, order.WithDelivered ? WebhookDeedKind.ReplayedAll : WebhookDeedKind.ReplayedUndelivered, order.To.Id, Since: order.At, Count: count);
    }

    private async Task<WebhookDeed?> TestAsync(WebhookEndpoint endpoint, string by)
    {
        var now = clock.GetUtcNow();
        var id = $"msg_test{Guid.CreateVersion7(now):n}";
        var answer = await sender.PostAsync(endpoint, id, WebhookBody.OfTest(now), CancellationToken.None);
        return new(now, by, WebhookDeedKind.Tested, endpoint.Id, id, Answer: answer.Text);
    }

    private async Task<WebhookDeed?> EnableAsync(WebhookEndpoint endpoint, string by)
    {
        await ledger.NoteAsync(endpoint.Id, new(IsDisabled: false), CancellationToken.None);
        return new(clock.GetUtcNow(), by, WebhookDeedKind.Enabled, endpoint.Id);
    }

    [LoggerMessage(LogLevel.Information, "Staff did about webhooks: {Deed}, endpoint {Endpoint}, messages: {Count}.")]
    private partial void LogDone(WebhookDeedKind deed, EndpointId endpoint, int count);
}
