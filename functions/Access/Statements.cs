using System.Collections.Concurrent;
using System.Reflection;
using LeadFunctions.Http;

namespace LeadFunctions.Access;

/// <summary>What the classes of functions say about who may use them.</summary>
public static class Statements
{
    private static readonly ConcurrentDictionary<string, AccessAttribute?> Known = new(StringComparer.Ordinal);

    /// <param name="entryPoint">The function's method, with namespace and type, as the host names it.</param>
    /// <returns>Null when nothing is said, which lets nobody in.</returns>
    public static AccessAttribute? Of(string entryPoint) => Known.GetOrAdd(entryPoint, Read);

    private static AccessAttribute? Read(string entryPoint) => entryPoint.LastIndexOf('.') is > 0 and var end
        ? typeof(Statements).Assembly.GetType(entryPoint[..end])?.GetCustomAttribute<AccessAttribute>(inherit: false)
        : null;
}
