using LeadFunctions.Start;

namespace LeadFunctions.Clinic;

/// <summary>
/// Content that cannot be used stops the start, instead of the first request that needs it. The start is not over before all of it has been read; what somebody
/// needs earlier is read when they ask for it.
/// </summary>
internal sealed class ContentAtStart(Content content, FirstAnswer first) : AfterStart
{
    public override async Task StartedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await first.WaitAsync(cancellationToken);
            await content.CheckAsync().WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // An app that is told to stop while it starts ends as any other: what runs is waited for, what waits is kept.
        }
    }
}
