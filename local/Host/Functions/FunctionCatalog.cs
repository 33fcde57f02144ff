using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace LeadFunctions.Local.Functions;

/// <summary>Finds the functions of an assembly by their attributes, by name as the Functions host lists them.</summary>
internal static class FunctionCatalog
{
    public static IReadOnlyList<FunctionMethod> Read(Assembly assembly, Func<Type, bool>? isWanted)
    {
        // The worker's generated code calls public classes directly, so functions live in public classes.
        var methods =
            from type in assembly.GetTypes()
            where type is { IsVisible: true, IsClass: true } && (isWanted?.Invoke(type) ?? true)
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            where !method.IsSpecialName && method.IsDefined(typeof(FunctionAttribute), inherit: false)
            select Describe(method.GetCustomAttribute<FunctionAttribute>(inherit: false)!.Name, method);

        var functions = methods.OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase).ToArray();
        ThrowIfNameIsTaken(functions);
        return functions;
    }

    private static FunctionMethod Describe(string name, MethodInfo method)
    {
        var triggers = method.GetParameters().Where(parameter => parameter.IsDefined(typeof(TriggerBindingAttribute))).ToArray();
        if (triggers is not [var trigger])
        {
            throw new LocalHostException($"Function '{name}' has {triggers.Length} triggers: it needs exactly one.");
        }

        var expected = trigger.IsDefined(typeof(HttpTriggerAttribute)) ? typeof(HttpRequest)
            : trigger.IsDefined(typeof(TimerTriggerAttribute)) ? typeof(TimerInfo)
            : throw new LocalHostException($"Function '{name}': the local host runs HTTP and timer functions only.");
        return trigger.ParameterType == expected
            ? new FunctionMethod(name, method, trigger)
            : throw new LocalHostException($"Function '{name}': the trigger parameter '{trigger.Name}' must be of type {expected.Name}.");
    }

    private static void ThrowIfNameIsTaken(FunctionMethod[] functions)
    {
        var names = functions.CountBy(function => function.Name, StringComparer.OrdinalIgnoreCase);
        if (names.FirstOrDefault(name => name.Value > 1).Key is { } taken)
        {
            throw new LocalHostException($"The function name '{taken}' must be unique within the app.");
        }
    }
}
