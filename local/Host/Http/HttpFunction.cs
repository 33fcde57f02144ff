using LeadFunctions.Local.Functions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Local.Http;

/// <summary>
/// Answers a request with a function, as the Functions host and worker do together: 401 without the key, the result when it is one that
/// can write itself, an empty 200 for anything else, an empty 500 for an exception.
/// </summary>
internal sealed partial class HttpFunction(
    FunctionMethod function,
    AuthorizationLevel level,
    FunctionKeys keys,
    WorkerPipeline worker,
    ILogger<HttpFunction> logger)
{
    private static readonly ActionDescriptor NoAction = new();

    public async Task AnswerAsync(HttpContext http)
    {
        if (!keys.Open(level, http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var context = new LocalFunctionContext(function, http.RequestServices, http, timer: null, http.RequestAborted)
        {
            WithheldHeaders = ForwardedHeaders.Withhold(http.Request.Headers),
        };
        try
        {
            await WriteAsync(await worker.InvokeAsync(context), http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            LogLeft(function.Name);
        }
        catch (Exception exception)
        {
            // Whatever a function throws is its own: the host lives on and the visitor learns nothing of it.
            LogFailed(exception, function.Name);
            Fail(http);
        }
    }

    private static Task WriteAsync(object? result, HttpContext http) => result switch
    {
        IActionResult action => action.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), NoAction)),
        IResult other => other.ExecuteAsync(http),
        _ => Task.CompletedTask,
    };

    private static void Fail(HttpContext http)
    {
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        http.Response.Clear();
        http.Response.StatusCode = StatusCodes.Status500InternalServerError;
    }

    [LoggerMessage(LogLevel.Error, "Function {Function} failed.")]
    private partial void LogFailed(Exception exception, string function);

    [LoggerMessage(LogLevel.Debug, "The client of function {Function} left before its answer.")]
    private partial void LogLeft(string function);
}
