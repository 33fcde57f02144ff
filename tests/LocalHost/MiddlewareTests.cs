using LeadFunctions.Local;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LeadFunctions.Tests.Hosting;

public sealed class MiddlewareTests
{
    [Fact]
    public async Task Every_run_goes_through_the_steps_in_the_order_in_which_they_were_added()
    {
        var way = new Way();
        await using var host = await LocalHost.StartAsync(
            ProbeHost.Of(typeof(MiddlewareTests)) with
            {
                Compose = worker => worker.UseMiddleware<Outer>().UseMiddleware<Inner>().Services.AddSingleton(way),
            },
            CancellationToken.None);
        using var client = new HttpClient { BaseAddress = host.BaseAddress };

        var answer = await client.GetStringAsync("/api/stepped");
        await host.RunAsync("SteppedTimer", CancellationToken.None);

        Assert.Equal("\"done\"", answer);
        Assert.Equal(["outer /api/stepped", "inner", "function", "outer ", "inner", "timer"], way.Steps);
    }

    public sealed class Way
    {
        private readonly List<string> steps = [];

        public IReadOnlyList<string> Steps => steps;

        public void Add(string step) => steps.Add(step);
    }

    private sealed class Outer(Way way) : IFunctionsWorkerMiddleware
    {
        public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            way.Add($"outer {context.GetHttpContext()?.Request.Path}");
            return next(context);
        }
    }

    private sealed class Inner(Way way) : IFunctionsWorkerMiddleware
    {
        public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            way.Add("inner");
            return next(context);
        }
    }

    public sealed class Probe(Way way)
    {
        [Function("Stepped")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "stepped")] HttpRequest request)
        {
            way.Add("function");
            return TypedResults.Ok("done");
        }

        [Function("SteppedTimer")]
        public void RunTimer([TimerTrigger("0 0 0 1 1 *")] TimerInfo timer) => way.Add("timer");
    }
}
