using LeadFunctions.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace LeadFunctions;

/// <summary>Each request is answered in the language that it asks for.</summary>
public sealed class LanguageMiddleware : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http)
        {
            RequestLanguage.Of(http.Request).Speak();
        }

        await next(context);
    }
}
