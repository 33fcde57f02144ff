namespace LeadFunctions.Start;

/// <summary>
/// When work may begin that nobody waits for yet. An instance is started because somebody waits, and whoever it is goes first: it is time once they have
/// their answer, or once nobody has come for a moment after the start.
/// </summary>
/// <param name="moment">How long nobody has to come.</param>
public sealed class FirstAnswer(TimeSpan moment) : AfterStart
{
    /// <summary>How long nobody has to come, as a rule: a request that waited for the start has been read by then, also on a slow machine.</summary>
    public static readonly TimeSpan Moment = TimeSpan.FromSeconds(0.25);

    /// <summary>For how long an answer that is on its way is waited for, beyond <see cref="Moment"/>: the first run may be a long one.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource given = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool isAwaited;

    /// <summary>Measures the moment. Real time on purpose: a clock that somebody moves has nothing to do with it.</summary>
    internal TimeProvider RealTime { get; init; } = TimeProvider.System;

    /// <summary>Whether it is time.</summary>
    public bool IsGiven => given.Task.IsCompleted;

    /// <summary>Somebody has come, and waits for an answer.</summary>
    public void Await() => isAwaited = true;

    /// <summary>It is time: they have their answer, or need what was put off.</summary>
    public void Give() => given.TrySetResult();

    /// <summary>Ends when it is time.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => given.Task.WaitAsync(cancellationToken);

    /// <summary>From here on somebody can come.</summary>
    public override Task StartedAsync(CancellationToken cancellationToken)
    {
        _ = GiveInTimeAsync();
        return Task.CompletedTask;
    }

    private async Task GiveInTimeAsync()
    {
        await PassAsync(moment);
        if (isAwaited)
        {
            await PassAsync(Patience);
        }

        Give();
    }

    private Task PassAsync(TimeSpan time) =>
        time > TimeSpan.Zero ? Task.WhenAny(given.Task, Task.Delay(time, RealTime)) : Task.CompletedTask;
}
