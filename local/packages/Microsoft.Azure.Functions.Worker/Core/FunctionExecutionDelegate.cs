using System.Diagnostics.CodeAnalysis;

namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>One step of the worker's pipeline.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "The name is that of the published package.")]
public delegate Task FunctionExecutionDelegate(FunctionContext context);
