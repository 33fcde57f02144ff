namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the trigger said when it ran the function.</summary>
public abstract class BindingContext
{
    /// <summary>By name, whatever its case: route values, query parameters, and for HTTP <c>Headers</c> and <c>Query</c> as JSON text.</summary>
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}
