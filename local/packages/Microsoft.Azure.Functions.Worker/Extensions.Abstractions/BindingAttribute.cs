namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>What ties a function to something outside of it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class BindingAttribute : Attribute;
