namespace LeadFunctions.Start;

/// <summary>
/// When work may begin that nobody waits for yet. An instance is started because somebody waits, and whoever it is goes first: it is time once they have
/// their answer, or once nobody has come for a moment after the start.
/// </summary>
/// <param name="moment">How long nobody has to come.</param>
public sealed class FirstAnswer(TimeSpan moment) : AfterStart
{
    /// <summary>
    /// How long nobody has to come, as a rule. The Functions host looks at a worker that has started, and makes every function known to it, before it hands over
    /// the request that it was started for.
    /// </summary>
    public static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);

    /// <summary>For how long an answer that is on its way is waited for, beyond <see cref="Moment"/>: the first run may be a long one.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource given = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool isExpected;

    /// <summary>Measures the moment. Real time on purpose: a clock that somebody moves has nothing to do with it.</summary>
    internal TimeProvider RealTime { get; init; } = TimeProvider.System;

    /// <summary>Whether it is time.</summary>
    public bool IsGiven => given.Task.IsCompleted;

    /// <summary>Somebody has come: an answer is on its way.</summary>
    public void Expect() => isExpected = true;

    /// <summary>It is time: they have their answer.</summary>
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
        if (isExpected)
        {
            await PassAsync(Patience);
        }

        Give();
    }

    private Task PassAsync(TimeSpan time) =>
        time > TimeSpan.Zero ? Task.WhenAny(given.Task, Task.Delay(time, RealTime)) : Task.CompletedTask;
}
