using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Builds a Functions worker.</summary>
public interface IFunctionsWorkerApplicationBuilder
{
    /// <summary>The services of the worker.</summary>
    IServiceCollection Services { get; }

    /// <summary>Adds a step that each run goes through.</summary>
    IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware);
}
