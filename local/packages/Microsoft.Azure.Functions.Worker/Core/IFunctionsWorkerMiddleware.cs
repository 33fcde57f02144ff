namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>A step that each run of each function goes through.</summary>
public interface IFunctionsWorkerMiddleware
{
    /// <summary>Runs the step; <paramref name="next"/> is the rest of the way, with the function at its end.</summary>
    Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
}
