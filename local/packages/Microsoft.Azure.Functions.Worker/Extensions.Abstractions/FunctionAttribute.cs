namespace Microsoft.Azure.Functions.Worker;

/// <summary>Marks a method as a function that the host runs under this name.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class FunctionAttribute(string name) : Attribute
{
    /// <summary>The name by which the host knows the function: unique in an app, whatever its case.</summary>
    public string Name { get; } = name;
}
