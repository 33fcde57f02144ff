using System.Diagnostics.CodeAnalysis;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs the function for HTTP requests.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
[SuppressMessage("Design", "CA1019", Justification = "The properties are those of the published package.")]
public sealed class HttpTriggerAttribute : TriggerBindingAttribute
{
    /// <summary>Every verb, with a function key.</summary>
    public HttpTriggerAttribute() => AuthLevel = AuthorizationLevel.Function;

    /// <summary>These verbs, with no key.</summary>
    public HttpTriggerAttribute(params string[] methods) => Methods = methods;

    /// <summary>Every verb, with the key of this level.</summary>
    public HttpTriggerAttribute(AuthorizationLevel authLevel) => AuthLevel = authLevel;

    /// <summary>These verbs, with the key of this level.</summary>
    public HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods)
    {
        AuthLevel = authLevel;
        Methods = methods;
    }

    /// <summary>The route template in ASP.NET Core's syntax, without the app's prefix; the function's name when there is none.</summary>
    public string? Route { get; set; }

    /// <summary>The verbs, or <see langword="null"/> for every verb.</summary>
    public string[]? Methods { get; private set; }

    /// <summary>The key that a request needs.</summary>
    public AuthorizationLevel AuthLevel { get; private set; }
}
