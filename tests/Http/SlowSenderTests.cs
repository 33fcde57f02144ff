using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using System.Text;
using LeadFunctions.Http;
using LeadFunctions.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LeadFunctions.Tests.Http;

/// <summary>Senders who let a body trickle do not keep a place for long.</summary>
public sealed class SlowSenderTests
{
    private readonly WatchedTime time = new();

    [Fact]
    public async Task A_body_that_trickles_is_too_slow_after_ten_seconds()
    {
        var pipe = new Pipe();
        var request = new DefaultHttpContext { Request = { Body = pipe.Reader.AsStream() } }.Request;
        var reading = request.ReadBodyAsync(1024, new(time), default);

        for (var second = 0; second < 9; second++)
        {
            await pipe.Writer.WriteAsync("a"u8.ToArray());
            time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.False(reading.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.IsType<BodyOutcome.TooSlow>(await reading);
    }

    [Fact]
    public async Task A_body_that_arrives_in_pieces_in_time_is_read()
    {
        var pipe = new Pipe();
        var request = new DefaultHttpContext { Request = { Body = pipe.Reader.AsStream() } }.Request;
        var reading = request.ReadBodyAsync(1024, new(time), default);

        await pipe.Writer.WriteAsync("ab"u8.ToArray());
        time.Advance(TimeSpan.FromSeconds(9));
        await pipe.Writer.WriteAsync("c"u8.ToArray());
        await pipe.Writer.CompleteAsync();

        Assert.Equal("abc"u8.ToArray(), Assert.IsType<BodyOutcome.Read>(await reading).Bytes);
    }

    [Fact]
    public async Task Over_a_real_socket_it_is_answered_with_408_and_nothing_is_stored()
    {
        await using var app = await HostedApp.StartAsync(services => services.AddSingleton(new NetworkTime(time)));
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, app.Client.BaseAddress!.Port);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            "POST /api/appointments HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"name\":"));
        await time.IsWaitedFor.WaitAsync(TimeSpan.FromSeconds(30));

        time.Advance(TimeSpan.FromSeconds(10));

        using var reader = new StreamReader(stream);
        Assert.Contains(" 408 ", await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30)), StringComparison.Ordinal);
        Assert.Empty(app.Leads.Leads);
    }

    /// <summary>A clock that tells when somebody begins to wait by it.</summary>
    private sealed class WatchedTime : FakeTimeProvider
    {
        private readonly TaskCompletionSource waited = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task IsWaitedFor => waited.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            waited.TrySetResult();
            return timer;
        }
    }
}
