using System.Threading.Channels;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Tests.Hosting;

/// <summary>Timer functions that tell when they ran.</summary>
public static class TimerProbes
{
    public sealed record Run(string Function, TimerInfo Timer);

    /// <summary>What the functions below did, in order.</summary>
    public sealed class Runs
    {
        private readonly Channel<Run> all = Channel.CreateUnbounded<Run>();

        public void Add(string function, TimerInfo timer) => all.Writer.TryWrite(new Run(function, timer));

        /// <summary>The runs since the last call.</summary>
        public IReadOnlyList<Run> Take()
        {
            var taken = new List<Run>();
            while (all.Reader.TryRead(out var run))
            {
                taken.Add(run);
            }

            return taken;
        }

        public async Task<Run> NextAsync() => await all.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));
    }

    public sealed class Ticking(Runs runs)
    {
        [Function("Tick")]
        public void Tick([TimerTrigger("%Probe:Schedule%")] TimerInfo timer) => runs.Add("Tick", timer);
    }

    public sealed class Unmonitored(Runs runs)
    {
        [Function("Unmonitored")]
        public void Tick([TimerTrigger("%Probe__Schedule%", UseMonitor = false)] TimerInfo timer) => runs.Add("Unmonitored", timer);
    }

    public sealed class OnStart(Runs runs)
    {
        [Function("OnStart")]
        public void Tick([TimerTrigger("100.00:00:00", RunOnStartup = true)] TimerInfo timer) => runs.Add("OnStart", timer);
    }

    public sealed class Failing(Runs runs)
    {
        [Function("Fail")]
        public async Task Fail([TimerTrigger("1.00:00:00")] TimerInfo timer)
        {
            runs.Add("Fail", timer);
            await Task.Yield();
            throw new InvalidOperationException("out of luck");
        }
    }

    /// <summary>Lets a test hold a run open.</summary>
    public sealed class Gate
    {
        private int inside;

        public TaskCompletionSource<CancellationToken> Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Open { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool WasCrowded { get; private set; }

        public async Task PassAsync(CancellationToken cancellationToken)
        {
            WasCrowded |= Interlocked.Increment(ref inside) > 1;
            Entered.TrySetResult(cancellationToken);
            await Open.Task.WaitAsync(cancellationToken);
            Interlocked.Decrement(ref inside);
        }
    }

    public sealed class Slow(Gate gate, Runs runs)
    {
        [Function("Slow")]
        public async Task Pass([TimerTrigger("1.00:00:00")] TimerInfo timer, CancellationToken cancellationToken)
        {
            await gate.PassAsync(cancellationToken);
            runs.Add("Slow", timer);
        }
    }
}
