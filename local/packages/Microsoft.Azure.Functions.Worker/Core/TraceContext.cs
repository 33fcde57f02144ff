using System.Collections.Immutable;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>The trace that a run is part of, as in W3C Trace Context.</summary>
public abstract class TraceContext
{
    /// <summary>The <c>traceparent</c> value, or an empty text.</summary>
    public abstract string TraceParent { get; }

    /// <summary>The <c>tracestate</c> value, or an empty text.</summary>
    public abstract string TraceState { get; }

    /// <summary>What the host adds to the trace.</summary>
    public virtual IReadOnlyDictionary<string, string> Attributes => ImmutableDictionary<string, string>.Empty;

    /// <summary>What travels with the trace.</summary>
    public virtual IReadOnlyDictionary<string, string> Baggage => ImmutableDictionary<string, string>.Empty;
}
