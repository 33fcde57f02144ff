using LeadFunctions.Local.Functions;
using LeadFunctions.Local.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Local.Http;

/// <summary>Everything that this host answers: its own routes first, then the functions.</summary>
internal static class LocalHostRoutes
{
    public static void Map(WebApplication app, IReadOnlyList<FunctionMethod> functions)
    {
        var services = app.Services;
        var host = services.GetRequiredService<HostJson>();
        var manners = new HostManners(host);
        app.UseRouting();
        app.Use(next => http => manners.InvokeAsync(http, next));

        // Before every function, whatever its route.
        var local = app.MapGroup("").WithOrder(int.MinValue).WithMetadata(LocalOnly.Instance);
        foreach (var routes in services.GetServices<ILocalRoutes>())
        {
            routes.Map(local);
        }

        var logger = services.GetRequiredService<ILogger<HttpFunction>>();
        new HttpFunctionRoutes(functions, host, services.GetRequiredService<FunctionKeys>(), services.GetRequiredService<WorkerPipeline>(), logger).Map(app);
    }
}
