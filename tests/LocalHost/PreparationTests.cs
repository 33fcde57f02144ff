using System.Net;
using System.Net.Sockets;
using LeadFunctions.Local;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LeadFunctions.Tests.Hosting;

public sealed class PreparationTests
{
    [Fact]
    public async Task Who_asks_whether_the_process_lives_is_answered_at_once_and_others_when_all_is_prepared()
    {
        var prepared = new TaskCompletionSource();
        var starting = LocalHost.StartAsync(
            ProbeHost.Of(typeof(PreparationProbes)) with { Port = FreePort(out var address), Prepare = (_, _) => prepared.Task },
            CancellationToken.None);
        using var client = new HttpClient { BaseAddress = address };

        var live = await AnsweredAsync(address, "/api/health");
        var other = client.GetStringAsync("/api/other");
        var early = starting.IsCompleted || other.IsCompleted;
        prepared.SetResult();
        await using var host = await starting;

        Assert.Equal(HttpStatusCode.OK, live);
        Assert.False(early);
        Assert.Equal("", await other);
    }

    [Fact]
    public async Task What_nobody_waits_for_yet_begins_when_the_first_who_came_has_their_answer()
    {
        var preparing = new TaskCompletionSource();
        var starting = LocalHost.StartAsync(Unhurried(out var address, preparing), CancellationToken.None);

        Assert.Equal(HttpStatusCode.OK, await AnsweredAsync(address, "/api/health"));

        await using var host = await starting.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task An_answer_that_says_what_went_wrong_is_an_answer()
    {
        var options = Unhurried(out var address, new()) with { Functions = type => type.DeclaringType == typeof(FailingProbes) };
        var starting = LocalHost.StartAsync(options, CancellationToken.None);

        Assert.Equal(HttpStatusCode.InternalServerError, await AnsweredAsync(address, "/api/health"));

        await using var host = await starting.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Who_waits_for_a_start_that_fails_gets_no_answer_and_the_log_no_stack()
    {
        var log = new LogLines();
        var failing = new TaskCompletionSource();
        var asked = new TaskCompletionSource();
        var options = ProbeHost.Of(typeof(PreparationProbes), log) with
        {
            Port = FreePort(out var address),
            Moment = TimeSpan.FromHours(1),
            Prepare = (_, _) =>
            {
                asked.SetResult();
                return failing.Task;
            },
        };
        var starting = LocalHost.StartAsync(options, CancellationToken.None);
        var waiting = AnsweredAsync(address, "/api/other", heard: asked.Task);
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30));

        failing.SetException(new LocalHostException("No tables."));

        await Assert.ThrowsAsync<LocalHostException>(() => starting);
        await Assert.ThrowsAsync<HttpRequestException>(() => waiting);
        Assert.Empty(log.All);
    }

    [Fact]
    public async Task Who_needs_what_was_put_off_does_not_wait_for_it_to_be_begun()
    {
        var starting = LocalHost.StartAsync(Unhurried(out var address, new()), CancellationToken.None);

        Assert.Equal(HttpStatusCode.OK, await AnsweredAsync(address, "/api/other"));

        await using var host = await starting.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task What_cannot_be_prepared_ends_the_start()
    {
        var options = ProbeHost.Of(typeof(PreparationProbes)) with { Prepare = (_, _) => throw new LocalHostException("No tables.") };

        var thrown = await Assert.ThrowsAsync<LocalHostException>(() => LocalHost.StartAsync(options, CancellationToken.None));

        Assert.Equal("No tables.", thrown.Message);
    }

    // Nothing but an answer ends the moment in which nobody comes.
    private static LocalHostOptions Unhurried(out Uri address, TaskCompletionSource preparing) => ProbeHost.Of(typeof(PreparationProbes)) with
    {
        Port = FreePort(out address),
        Moment = TimeSpan.FromHours(1),
        Compose = worker => worker.UseMiddleware<FirstAnswerMiddleware>().Services.AddSingleton(preparing),
        Prepare = (_, _) =>
        {
            preparing.SetResult();
            return Task.CompletedTask;
        },
    };

    // The host listens some moments after its start was asked for: until then it refuses, and once somebody has been heard it does so no more.
    private static async Task<HttpStatusCode> AnsweredAsync(Uri address, string path, Task? heard = null)
    {
        using var client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
        while (true)
        {
            try
            {
                using var response = await client.GetAsync(path);
                return response.StatusCode;
            }
            catch (HttpRequestException) when (heard is not { IsCompleted: true })
            {
                await Task.Yield();
            }
        }
    }

    // Below the ports that systems give away by themselves: a host of another test, asking for any, does not get it first.
    private static int FreePort(out Uri address)
    {
        var port = Enumerable.Range(21_300, 200).First(IsFree);
        address = new($"http://127.0.0.1:{port}");
        return port;
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}

public static class PreparationProbes
{
    public sealed class Health
    {
        [Function("Health")]
        public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request) =>
            request.HttpContext.RequestServices.GetService<TaskCompletionSource>() is { Task.IsCompleted: true } ? TypedResults.Conflict() : TypedResults.Ok();
    }

    public sealed class Other
    {
        [Function("Other")]
        public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "other")] HttpRequest request) => TypedResults.Ok();
    }
}

public static class FailingProbes
{
    public sealed class Health
    {
        [Function("FailingHealth")]
        public static IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request) =>
            throw new InvalidOperationException("Not today.");
    }
}
