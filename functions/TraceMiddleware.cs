using System.Diagnostics;
using LeadFunctions.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace LeadFunctions;

/// <summary>Each run of a function is one span, and whatever is logged or answered in it can be found by its trace.</summary>
public sealed class TraceMiddleware : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var name = context.FunctionDefinition.Name;
        using var run = Spans.StartRun(name, context.TraceContext.TraceParent);
        var begun = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        catch (Exception exception)
        {
            run.Failed(exception);
            throw;
        }
        finally
        {
            Figures.Ran(name, Stopwatch.GetElapsedTime(begun));
        }
    }
}
