using LeadFunctions.Start;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace LeadFunctions;

/// <summary>Tells the start when the first run of a function has begun, and when its answer has gone out.</summary>
public sealed class FirstAnswerMiddleware(FirstAnswer first) : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next) => first.IsGiven ? next(context) : WatchAsync(context, next);

    private async Task WatchAsync(FunctionContext context, FunctionExecutionDelegate next)
    {
        first.Expect();
        if (context.GetHttpContext() is { } http)
        {
            http.Response.OnCompleted(GiveAsync);
            await next(context);
            return;
        }

        try
        {
            await next(context);
        }
        finally
        {
            first.Give();
        }
    }

    private Task GiveAsync()
    {
        first.Give();
        return Task.CompletedTask;
    }
}
