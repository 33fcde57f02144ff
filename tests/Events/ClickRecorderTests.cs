using System.Diagnostics.Metrics;
using LeadFunctions.Events;
using LeadFunctions.Leads;
using LeadFunctions.Telemetry;
using LeadFunctions.Tests.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace LeadFunctions.Tests.Events;

/// <summary>Nobody waits for storage, and no click is lost without a word.</summary>
public sealed class ClickRecorderTests : IDisposable
{
    private readonly FakeTimeProvider time = new();
    private readonly InMemoryEventStore events = new();
    private readonly List<string> logs = [];
    private readonly ILoggerFactory loggers;
    private readonly ClickRecorder recorder;

    public ClickRecorderTests()
    {
        loggers = LoggerFactory.Create(logging => logging.AddProvider(new ListedLogs(logs)));
        recorder = new(events, loggers.CreateLogger<ClickRecorder>()) { RealTime = time };
    }

    [Fact]
    public async Task A_click_is_kept_before_the_answer()
    {
        var click = AnEvent.Of(MailEventKind.Clicked);

        await recorder.RecordAsync(click);

        Assert.Equal(click, Assert.Single(events.All));
        Assert.Empty(logs);
    }

    [Fact]
    public async Task Storage_that_does_not_answer_holds_nobody_longer_than_300_milliseconds()
    {
        var storage = new TaskCompletionSource();
        events.Hold = storage.Task;

        var first = recorder.RecordAsync(AnEvent.Of(MailEventKind.Clicked));
        time.Advance(TimeSpan.FromMilliseconds(299));
        Assert.False(first.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));
        await first.WaitAsync(TimeSpan.FromSeconds(30));

        // Who comes next does not wait at all.
        await recorder.RecordAsync(AnEvent.Of(MailEventKind.Clicked)).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(2, recorder.Waiting);
        storage.SetResult();
    }

    [Fact]
    public async Task What_waits_is_tried_again_until_storage_is_back_and_kept_once()
    {
        events.IsAway = true;
        var clicks = Enumerable.Range(0, 250).Select(_ => AnEvent.Of(MailEventKind.Clicked)).ToList();
        foreach (var click in clicks)
        {
            await recorder.RecordAsync(click);
        }

        await recorder.StartAsync(default);
        await UntilAsync(() => Said("100 clicks could not be kept; they wait."));
        events.IsAway = false;
        await UntilAsync(() => events.All.Count == 250, () => time.Advance(TimeSpan.FromSeconds(1)));

        Assert.Equal(clicks.Select(click => click.Key).Order(), events.All.Select(kept => kept.Key).Order());
        await recorder.StopAsync(default);
    }

    [Fact]
    public async Task What_waits_when_the_process_is_asked_to_stop_is_kept_then()
    {
        events.IsAway = true;
        await recorder.StartAsync(default);
        for (var clicks = 0; clicks < 150; clicks++)
        {
            await recorder.RecordAsync(AnEvent.Of(MailEventKind.Clicked));
        }

        events.IsAway = false;
        await recorder.StopAsync(default);

        Assert.Equal(150, events.All.Count);
    }

    [Fact]
    public async Task What_cannot_be_kept_when_the_process_stops_is_counted_and_said()
    {
        using var lost = new Count();
        events.IsAway = true;
        for (var clicks = 0; clicks < 150; clicks++)
        {
            await recorder.RecordAsync(AnEvent.Of(MailEventKind.Clicked));
        }

        await recorder.StopAsync(default);

        Assert.Equal(150, lost.Sum);
        Assert.True(Said("150 clicks are lost: storage was away until the process stopped."));
    }

    [Fact]
    public async Task What_no_place_is_left_for_is_counted_and_said()
    {
        using var lost = new Count();
        events.IsAway = true;
        for (var clicks = 0; clicks < 10_003; clicks++)
        {
            await recorder.RecordAsync(AnEvent.Of(MailEventKind.Clicked));
        }

        Assert.Equal(3, lost.Sum);
        Assert.Equal(3, logs.Count(line => line.Contains("is lost: too many wait", StringComparison.Ordinal)));
    }

    public void Dispose()
    {
        recorder.Dispose();
        loggers.Dispose();
    }

    private bool Said(string line)
    {
        lock (logs)
        {
            return logs.Exists(logged => logged.StartsWith(line, StringComparison.Ordinal));
        }
    }

    private static async Task UntilAsync(Func<bool> isSo, Action? meanwhile = null)
    {
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!isSo())
        {
            meanwhile?.Invoke();
            await Task.Delay(1, enough.Token);
        }
    }

    /// <summary>Adds up what the counter counts on this thread's flow: other tests count too.</summary>
    private sealed class Count : IDisposable
    {
        private static readonly AsyncLocal<Count?> Current = new();
        private readonly MeterListener listener = new();

        public Count()
        {
            Current.Value = this;
            listener.InstrumentPublished = (instrument, heard) =>
            {
                if (instrument.Meter.Name == Spans.Name && instrument.Name == "clicks.lost")
                {
                    heard.EnableMeasurementEvents(instrument);
                }
            };
            listener.SetMeasurementEventCallback<int>((_, value, _, _) =>
            {
                if (Current.Value == this)
                {
                    Sum += value;
                }
            });
            listener.Start();
        }

        public int Sum { get; private set; }

        public void Dispose() => listener.Dispose();
    }
}
