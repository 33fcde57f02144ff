using System.Net;
using LeadFunctions.Local.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LeadFunctions.Local.Http;

/// <summary>
/// What the host does around every request: its custom headers on each answer, 404 where ASP.NET Core would say 405, and 404 for local
/// routes that are asked for from another machine.
/// </summary>
internal sealed class HostManners(HostJson host)
{
    private readonly Func<object, Task> addCustomHeaders = response =>
    {
        var headers = ((HttpResponse)response).Headers;
        foreach (var (name, value) in host.CustomHeaders)
        {
            headers.TryAdd(name, value);
        }

        return Task.CompletedTask;
    };

    public Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        if (host.CustomHeaders.Count > 0)
        {
            http.Response.OnStarting(addCustomHeaders, http.Response);
        }

        // Routing answers a wrong verb with an endpoint of its own, which belongs to no route.
        if (http.GetEndpoint() is not RouteEndpoint endpoint || (endpoint.Metadata.GetMetadata<LocalOnly>() is not null && !IsLocal(http)))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return next(http);
    }

    private static bool IsLocal(HttpContext http) => http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);
}

/// <summary>Marks routes that only this machine may use.</summary>
internal sealed class LocalOnly
{
    public static readonly LocalOnly Instance = new();
}
