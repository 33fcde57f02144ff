namespace Microsoft.Azure.Functions.Worker;

/// <summary>One run of one function.</summary>
public abstract class FunctionContext
{
    /// <summary>Identifies this run.</summary>
    public abstract string InvocationId { get; }

    /// <summary>Identifies the function, the same for each of its runs.</summary>
    public abstract string FunctionId { get; }

    /// <summary>The trace that this run is part of.</summary>
    public abstract TraceContext TraceContext { get; }

    /// <summary>What the trigger said.</summary>
    public abstract BindingContext BindingContext { get; }

    /// <summary>Which attempt this is.</summary>
    public abstract RetryContext RetryContext { get; }

    /// <summary>The services of this run's scope.</summary>
    public abstract IServiceProvider InstanceServices { get; set; }

    /// <summary>The function that runs.</summary>
    public abstract FunctionDefinition FunctionDefinition { get; }

    /// <summary>Whatever the parts of one run share.</summary>
    public abstract IDictionary<object, object> Items { get; set; }

    /// <summary>What the worker offers for this run.</summary>
    public abstract IInvocationFeatures Features { get; }

    /// <summary>Cancelled when the host gives up on this run.</summary>
    public virtual CancellationToken CancellationToken { get; } = CancellationToken.None;
}
