using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>The HTTP side of a run.</summary>
public static class FunctionContextExtensions
{
    // The key under which the published package keeps the request among a run's items.
    private const string HttpContextKey = "HttpRequestContext";

    /// <summary>The request that runs the function, or <see langword="null"/> when it was not a request.</summary>
    public static HttpContext? GetHttpContext(this FunctionContext context) =>
        context.Items.TryGetValue(HttpContextKey, out var request) ? request as HttpContext : null;
}
