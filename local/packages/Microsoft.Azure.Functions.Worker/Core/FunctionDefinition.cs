using System.Collections.Immutable;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>A function as the host sees it.</summary>
public abstract class FunctionDefinition
{
    /// <summary>The parameters of its method, in order.</summary>
    public abstract ImmutableArray<FunctionParameter> Parameters { get; }

    /// <summary>Where its assembly lies.</summary>
    public abstract string PathToAssembly { get; }

    /// <summary>Its method, with namespace and type.</summary>
    public abstract string EntryPoint { get; }

    /// <summary>Identifies it.</summary>
    public abstract string Id { get; }

    /// <summary>Its name.</summary>
    public abstract string Name { get; }

    /// <summary>What comes in, by parameter.</summary>
    public abstract IImmutableDictionary<string, BindingMetadata> InputBindings { get; }

    /// <summary>What goes out, by name.</summary>
    public abstract IImmutableDictionary<string, BindingMetadata> OutputBindings { get; }
}
