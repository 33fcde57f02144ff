namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the trigger said when it ran the function.</summary>
public abstract class BindingContext
{
    /// <summary>By name, whatever its case. For HTTP: route values, query parameters, <c>Headers</c> and <c>Query</c> as JSON text.</summary>
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}
