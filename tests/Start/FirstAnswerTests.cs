using LeadFunctions.Start;
using LeadFunctions.Tests.Support;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace LeadFunctions.Tests.Start;

/// <summary>An instance is started because somebody waits: whoever it is goes first.</summary>
public sealed class FirstAnswerTests
{
    private readonly FakeTimeProvider time = new();
    private readonly FirstAnswer first;

    public FirstAnswerTests() => first = new(FirstAnswer.Moment) { RealTime = time };

    [Fact]
    public async Task Where_nobody_comes_it_is_time_after_a_moment()
    {
        await first.StartedAsync(CancellationToken.None);

        await AssertTimeComesAfterAsync(FirstAnswer.Moment);
    }

    [Fact]
    public async Task Before_anybody_can_come_it_is_not_time_however_long_the_start_takes()
    {
        time.Advance(TimeSpan.FromHours(1));
        Assert.False(first.IsGiven);

        await first.StartedAsync(CancellationToken.None);
        Assert.False(first.IsGiven);
    }

    [Fact]
    public async Task An_answer_that_is_on_its_way_is_waited_for_but_not_for_ever()
    {
        await first.StartedAsync(CancellationToken.None);
        first.Expect();

        time.Advance(FirstAnswer.Moment);

        // Patience is counted from when the end of the moment has been seen.
        await Others.HadTheirTurnAsync();
        await AssertTimeComesAfterAsync(FirstAnswer.Patience);
    }

    [Fact]
    public async Task Once_the_first_has_their_answer_it_is_time_at_once()
    {
        await first.StartedAsync(CancellationToken.None);
        first.Expect();
        first.Give();

        await IsTimeAsync();
    }

    [Fact]
    public async Task Who_waits_for_it_is_let_go_when_the_app_is_told_to_stop()
    {
        using var stop = new CancellationTokenSource();
        var waiting = first.WaitAsync(stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task A_run_that_is_no_request_counts_when_it_ends_whatever_its_end()
    {
        var running = new TaskCompletionSource();
        var run = new FirstAnswerMiddleware(first).Invoke(Timer(), _ => running.Task);
        Assert.False(first.IsGiven);

        running.SetException(new InvalidOperationException("Storage is away."));

        await Assert.ThrowsAsync<InvalidOperationException>(() => run);
        await IsTimeAsync();
    }

    private static FunctionContext Timer()
    {
        var context = Substitute.For<FunctionContext>();
        context.Items.Returns(new Dictionary<object, object>());
        return context;
    }

    private async Task AssertTimeComesAfterAsync(TimeSpan wait)
    {
        time.Advance(wait - TimeSpan.FromMilliseconds(1));
        Assert.False(first.IsGiven);

        time.Advance(TimeSpan.FromMilliseconds(1));
        await IsTimeAsync();
    }

    // Whoever waits goes on, on another thread.
    private async Task IsTimeAsync() => await first.WaitAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));
}
