using LeadFunctions.Local.Functions;
using LeadFunctions.Local.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace LeadFunctions.Local.Http;

/// <summary>
/// Gives each HTTP function its route. The Functions host tries templates in the order of the functions' names and takes the first that
/// fits, however special another one is (Azure/azure-functions-host#9876): the order of the endpoints is that order.
/// </summary>
internal sealed class HttpFunctionRoutes(
    IReadOnlyList<FunctionMethod> functions,
    HostJson host,
    FunctionKeys keys,
    WorkerPipeline worker,
    ILogger<HttpFunction> logger)
{
    private static readonly string[] Reserved = ["admin", "runtime"];

    public void Map(IEndpointRouteBuilder routes)
    {
        var mapped = new List<(FunctionMethod Function, string Route, string[] Methods)>();
        foreach (var function in functions)
        {
            if (function.TriggerAs<HttpTriggerAttribute>() is not { } trigger)
            {
                continue;
            }

            var route = (string.IsNullOrWhiteSpace(trigger.Route) ? function.Name : trigger.Route).Trim('/');
            var methods = trigger.Methods ?? [];
            ThrowIfReserved(function, route);
            ThrowIfTaken(function, mapped.Find(other => Conflict(other.Route, other.Methods, route, methods)).Function);

            var endpoint = routes
                .Map(Parse(function, route), new HttpFunction(function, trigger.AuthLevel, keys, worker, logger).AnswerAsync)
                .WithDisplayName(function.Name)
                .WithOrder(mapped.Count);
            if (methods is not [])
            {
                endpoint.WithMetadata(new HttpMethodMetadata(methods));
            }

            mapped.Add((function, route, methods));
        }
    }

    private static bool Conflict(string route, string[] methods, string otherRoute, string[] otherMethods) =>
        route.Equals(otherRoute, StringComparison.OrdinalIgnoreCase)
            && (methods is [] || otherMethods is [] || methods.Intersect(otherMethods, StringComparer.OrdinalIgnoreCase).Any());

    private static void ThrowIfReserved(FunctionMethod function, string route)
    {
        if (Reserved.Any(reserved => route.StartsWith(reserved, StringComparison.OrdinalIgnoreCase)))
        {
            throw new LocalHostException(
                $"Function '{function.Name}': a route that begins with {string.Join(" or ", Reserved)} is the host's own.");
        }
    }

    private static void ThrowIfTaken(FunctionMethod function, FunctionMethod? other)
    {
        if (other is not null)
        {
            throw new LocalHostException($"Function '{function.Name}': its route conflicts with the route of function '{other.Name}'.");
        }
    }

    private RoutePattern Parse(FunctionMethod function, string route)
    {
        try
        {
            return RoutePatternFactory.Parse(host.RoutePrefix.Length == 0 ? route : $"{host.RoutePrefix}/{route}");
        }
        catch (RoutePatternException malformed)
        {
            throw new LocalHostException($"Function '{function.Name}': its route is malformed. {malformed.Message}", malformed);
        }
    }
}
