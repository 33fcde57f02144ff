using LeadFunctions.Local.Functions;
using LeadFunctions.Local.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Local.Http;

/// <summary>Everything that this host answers: its own routes first, then the functions.</summary>
internal static class LocalHostRoutes
{
    // Says that the process lives, and asks nothing of what it stands on.
    private const string Liveness = "health";

    /// <param name="app">Gets the routes.</param>
    /// <param name="functions">The functions.</param>
    /// <param name="start">Knows when all that requests need is there.</param>
    public static void Map(WebApplication app, IReadOnlyList<FunctionMethod> functions, HostStart start)
    {
        var services = app.Services;
        var host = services.GetRequiredService<HostJson>();
        var manners = new HostManners(host);
        app.UseRouting();
        app.Use(next => http => manners.InvokeAsync(http, next));
        var liveness = new PathString(host.RoutePrefix.Length == 0 ? $"/{Liveness}" : $"/{host.RoutePrefix}/{Liveness}");
        app.Use(next => http => start.IsReady || http.Request.Path == liveness ? next(http) : AfterAsync(start, http, next));

        // Before every function, whatever its route.
        var local = app.MapGroup("").WithOrder(int.MinValue).WithMetadata(LocalOnly.Instance);
        foreach (var routes in services.GetServices<ILocalRoutes>())
        {
            routes.Map(local);
        }

        var logger = services.GetRequiredService<ILogger<HttpFunction>>();
        new HttpFunctionRoutes(functions, host, services.GetRequiredService<FunctionKeys>(), services.GetRequiredService<WorkerPipeline>(), logger).Map(app);
    }

    private static async Task AfterAsync(HostStart start, HttpContext http, RequestDelegate next)
    {
        try
        {
            await start.AskAsync();
        }
        catch (OperationCanceledException)
        {
            // The start has failed, and with it this host: whoever started it hears why.
            http.Abort();
            return;
        }

        await next(http);
    }
}
