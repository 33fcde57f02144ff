using System.Net;
using LeadFunctions.Local.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LeadFunctions.Local.Http;

/// <summary>
/// What the host does around every request: its custom headers on each answer, 404 where ASP.NET Core would say 405, 404 for local
/// routes that are asked for from another machine, and 429 where more requests are under way than host.json allows.
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

    private int outstanding;

    public Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        if (host.CustomHeaders.Count > 0)
        {
            http.Response.OnStarting(addCustomHeaders, http.Response);
        }

        // Routing answers a wrong verb with an endpoint of its own, which belongs to no route.
        var endpoint = http.GetEndpoint() as RouteEndpoint;
        var isLocalRoute = endpoint?.Metadata.GetMetadata<LocalOnly>() is not null;
        if (endpoint is null || (isLocalRoute && !IsLocal(http)))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return isLocalRoute || host.MaxOutstandingRequests is not { } most ? next(http) : CountedAsync(http, next, most);
    }

    // As the host's own throttle: nothing is said but this header, which asks its platform for another instance.
    private async Task CountedAsync(HttpContext http, RequestDelegate next, int most)
    {
        try
        {
            if (Interlocked.Increment(ref outstanding) > most)
            {
                http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                http.Response.Headers["X-Function-Scaleout"] = "1";
                return;
            }

            await next(http);
        }
        finally
        {
            Interlocked.Decrement(ref outstanding);
        }
    }

    private static bool IsLocal(HttpContext http) => http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);
}

/// <summary>Marks routes that only this machine may use.</summary>
internal sealed class LocalOnly
{
    public static readonly LocalOnly Instance = new();
}
