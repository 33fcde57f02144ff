using LeadFunctions.Http;
using LeadFunctions.Leads;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Options;

namespace LeadFunctions;

/// <summary>Each answer goes out with the headers that keep a visitor safe.</summary>
public sealed class SecurityHeadersMiddleware(IOptions<LeadsOptions> options) : IFunctionsWorkerMiddleware
{
    private readonly bool isReachedByHttps = options.Value.PublicBaseUrl.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http)
        {
            SecurityHeaders.Complete(http, isReachedByHttps);
        }

        await next(context);
    }
}
