namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the worker offers for one run, by type.</summary>
public interface IInvocationFeatures : IEnumerable<KeyValuePair<Type, object>>
{
    /// <summary>Offers something under its type.</summary>
    void Set<T>(T instance);

    /// <summary>What is offered under the type, or <see langword="null"/>.</summary>
    T? Get<T>();
}
