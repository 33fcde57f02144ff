using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Local.Timers;

/// <summary>
/// <c>POST /admin/functions/{name}</c>, as the Functions host has it: 202, and the function runs. With <c>?wait=true</c> the answer waits
/// for its end: 200, or 500 when it threw.
/// </summary>
internal sealed partial class AdminRoutes(TimerFunctions timers, ILogger<AdminRoutes> logger) : ILocalRoutes
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/admin/functions/{name}", AnswerAsync);

    private async Task AnswerAsync(HttpContext http)
    {
        var name = (string)http.Request.RouteValues["name"]!;
        if (!timers.Has(name))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (!string.Equals(http.Request.Query["wait"], "true", StringComparison.OrdinalIgnoreCase))
        {
            _ = Task.Run(() => TryRunAsync(name, CancellationToken.None));
            http.Response.StatusCode = StatusCodes.Status202Accepted;
            return;
        }

        var isDone = await TryRunAsync(name, http.RequestAborted);
        http.Response.StatusCode = isDone ? StatusCodes.Status200OK : StatusCodes.Status500InternalServerError;
    }

    private async Task<bool> TryRunAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            await timers.RunAsync(name, cancellationToken);
            return true;
        }
        catch (Exception exception)
        {
            // Whatever it threw, the one who asked learns at most that it failed, as for any function.
            LogFailed(exception, name);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "Function {Function} failed.")]
    private partial void LogFailed(Exception exception, string function);
}
