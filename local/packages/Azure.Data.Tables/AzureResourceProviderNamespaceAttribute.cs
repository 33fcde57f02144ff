[assembly: Azure.Core.AzureResourceProviderNamespace("Microsoft.Tables")]

namespace Azure.Core;

/// <summary>Azure.Core looks for this by name, and puts what it says into the trace of every request.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class AzureResourceProviderNamespaceAttribute(string resourceProviderNamespace) : Attribute
{
    public string ResourceProviderNamespace { get; } = resourceProviderNamespace;
}
