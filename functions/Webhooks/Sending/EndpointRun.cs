using LeadFunctions.Leads;

namespace LeadFunctions.Webhooks;

/// <summary>What one run learns of one endpoint. Several posts tell it at once.</summary>
internal sealed class EndpointRun
{
    // Five in a row: the endpoint is away, and what waits for it waits for the next run. Otherwise a day's messages would each knock.
    private const int MostFailuresInARow = 5;

    private readonly Lock gate = new();
    private int failuresInARow;
    private bool isOver;

    /// <summary>What is to be remembered; null where nothing was posted.</summary>
    public EndpointNews? News { get; private set; }

    /// <summary>Whether nothing more is to be posted in this run.</summary>
    public bool IsOver
    {
        get
        {
            lock (gate)
            {
                return isOver;
            }
        }
    }

    public void Learn(WebhookAnswer answer, DateTimeOffset now)
    {
        lock (gate)
        {
            News = Next(News ?? new(), answer, now);
            failuresInARow = answer is WebhookAnswer.Taken ? 0 : failuresInARow + 1;
            isOver = isOver || failuresInARow >= MostFailuresInARow || answer is WebhookAnswer.Gone or WebhookAnswer.Failed { HoldFor: not null };
        }
    }

    private static EndpointNews Next(EndpointNews news, WebhookAnswer answer, DateTimeOffset now) => answer switch
    {
        WebhookAnswer.Taken => news with { SucceededAt = now },
        WebhookAnswer.Gone gone => news with { FailedAt = now, Failure = gone.Text, IsDisabled = true, DisabledAt = now },
        WebhookAnswer.Failed { HoldFor: { } hold } failed => news with { FailedAt = now, Failure = failed.Text, HoldUntil = now + hold },
        _ => news with { FailedAt = now, Failure = answer.Text },
    };
}
