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
        http.Response.StatusCode = !timers.Has(name) ? StatusCodes.Status404NotFound
            : string.Equals(http.Request.Query["wait"], "true", StringComparison.OrdinalIgnoreCase) ? await RunAsync(name, http.RequestAborted)
            : RunInBackground(name);
    }

    private int RunInBackground(string name)
    {
        timers.RunInBackground(name);
        return StatusCodes.Status202Accepted;
    }

    private async Task<int> RunAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            await timers.RunAsync(name, cancellationToken);
            return StatusCodes.Status200OK;
        }
        catch (Exception exception)
        {
            // Whatever it threw, the one who asked learns only that it failed, as for any function.
            LogFailed(exception, name);
            return StatusCodes.Status500InternalServerError;
        }
    }

    [LoggerMessage(LogLevel.Error, "Function {Function} failed.")]
    private partial void LogFailed(Exception exception, string function);
}
