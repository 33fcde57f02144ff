using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
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
            from type in TypesWithFunctions(assembly)
            where type is { IsVisible: true, IsClass: true } && (isWanted?.Invoke(type) ?? true)
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            where !method.IsSpecialName && method.IsDefined(typeof(FunctionAttribute), inherit: false)
            select Describe(method.GetCustomAttribute<FunctionAttribute>(inherit: false)!.Name, method);

        var functions = methods.OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase).ToArray();
        ThrowIfNameIsTaken(functions);
        return functions;
    }

    // The metadata tells which types to load: loading all of them, and what they are made of, takes a good part of a start. So would LINQ
    // here, whose methods would be compiled once more for each kind of handle.
    private static List<Type> TypesWithFunctions(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        var types = new List<Type>();
        foreach (var type in metadata.TypeDefinitions)
        {
            if (HasFunctions(metadata, metadata.GetTypeDefinition(type)))
            {
                types.Add(assembly.ManifestModule.ResolveType(MetadataTokens.GetToken(type)));
            }
        }

        return types;
    }

    private static bool HasFunctions(MetadataReader metadata, TypeDefinition type)
    {
        foreach (var method in type.GetMethods())
        {
            foreach (var attribute in metadata.GetMethodDefinition(method).GetCustomAttributes())
            {
                if (MakesFunction(metadata, metadata.GetCustomAttribute(attribute).Constructor))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool MakesFunction(MetadataReader metadata, EntityHandle constructor) =>
        constructor.Kind == HandleKind.MemberReference
        && metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent is { Kind: HandleKind.TypeReference } parent
        && metadata.StringComparer.Equals(metadata.GetTypeReference((TypeReferenceHandle)parent).Name, nameof(FunctionAttribute));

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
