using LeadFunctions.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace LeadFunctions;

/// <summary>Says on each answer which other websites may read it.</summary>
public sealed class CrossOriginMiddleware(CrossOrigin crossOrigin) : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http)
        {
            crossOrigin.Share(http);
        }

        return next(context);
    }
}
