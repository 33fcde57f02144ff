using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Tests.Hosting;

/// <summary>Functions that tell what they were given.</summary>
public static class ContextProbes
{
    /// <summary>One for each scope.</summary>
    public sealed class Scoped;

    /// <summary>What the functions below saw, for the test to look at.</summary>
    public sealed class Sightings
    {
        public TaskCompletionSource<CancellationToken> Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Cancelled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ConcurrentQueue<Scoped> Scopes { get; } = [];
    }

    public sealed class Contexts(Scoped scoped, Scoped same, Sightings sightings)
    {
        [Function("ContextTold")]
        public IResult Told(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "contexts/told/{token}")] HttpRequest request,
            FunctionContext context) => TypedResults.Json(new Dictionary<string, string?>
            {
                ["name"] = context.FunctionDefinition.Name,
                ["entryPoint"] = context.FunctionDefinition.EntryPoint,
                ["trigger"] = context.FunctionDefinition.InputBindings["request"].Type,
                ["parameters"] = string.Join(',', context.FunctionDefinition.Parameters.Select(parameter => parameter.Name)),
                ["invocation"] = context.InvocationId,
                ["invocationAgain"] = context.InvocationId,
                ["sameRequest"] = ReferenceEquals(context.GetHttpContext(), request.HttpContext).ToString(),
                ["sameServices"] = ReferenceEquals(context.InstanceServices.GetService<Scoped>(), scoped).ToString(),
                ["retries"] = context.RetryContext.RetryCount.ToString(CultureInfo.InvariantCulture),
                ["route"] = context.BindingContext.BindingData["TOKEN"] as string,
                ["query"] = context.BindingContext.BindingData["Query"] as string,
                ["headers"] = context.BindingContext.BindingData["Headers"] as string,
                ["forwardedInRequest"] = string.Join(',', request.Headers.Keys.Where(name => name.StartsWith("X-Forwarded", StringComparison.Ordinal))),
                ["scheme"] = request.Scheme,
                ["host"] = request.Host.Value,
                ["peer"] = request.HttpContext.Connection.RemoteIpAddress?.ToString(),
            });

        [Function("ContextScope")]
        public void Scope([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "contexts/scope")] HttpRequest request)
        {
            sightings.Scopes.Enqueue(scoped);
            sightings.Scopes.Enqueue(same);
            sightings.Scopes.Enqueue(request.HttpContext.RequestServices.GetRequiredService<Scoped>());
        }

        [Function("ContextCancelled")]
        public async Task Cancelled(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "contexts/cancelled")] HttpRequest request,
            CancellationToken cancellationToken)
        {
            sightings.Started.SetResult(cancellationToken);
            try
            {
                await Task.Delay(TimeSpan.FromSeconds(30), cancellationToken);
            }
            finally
            {
                sightings.Cancelled.SetResult();
            }
        }
    }
}
