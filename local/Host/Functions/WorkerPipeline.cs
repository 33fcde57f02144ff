using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Local.Functions;

/// <summary>The app's services, and the steps that each run of a function goes through: what an app adds to its worker.</summary>
internal sealed class WorkerPipeline(IServiceCollection services) : IFunctionsWorkerApplicationBuilder
{
    private readonly Stack<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> steps = [];
    private FunctionExecutionDelegate way = RunAsync;

    public IServiceCollection Services => services;

    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        steps.Push(middleware);
        return this;
    }

    /// <summary>Puts the steps together, the first one outermost; what is added later has no effect.</summary>
    public WorkerPipeline Build()
    {
        while (steps.TryPop(out var step))
        {
            way = step(way);
        }

        return this;
    }

    /// <summary>Runs a function once, with every step around it.</summary>
    /// <returns>What the method returned; <see langword="null"/> when it returns nothing.</returns>
    public async ValueTask<object?> InvokeAsync(LocalFunctionContext context)
    {
        await way(context);
        return context.Result;
    }

    private static async Task RunAsync(FunctionContext context)
    {
        var run = (LocalFunctionContext)context;
        run.Result = await run.Function.InvokeAsync(run);
    }
}
