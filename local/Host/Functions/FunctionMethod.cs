using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace LeadFunctions.Local.Functions;

/// <summary>A function as its attributes describe it, ready to run.</summary>
internal sealed class FunctionMethod
{
    private readonly Lazy<Func<LocalFunctionContext, ValueTask<object?>>> invoker;

    public FunctionMethod(string name, MethodInfo method, ParameterInfo trigger)
    {
        Name = name;
        Method = method;
        Trigger = trigger;

        // Made at the first call: a start pays for none of them.
        invoker = new(() => FunctionInvoker.Make(method));
        Definition = new(() => new LocalFunctionDefinition(this));
    }

    /// <summary>Unique in the app, whatever its case.</summary>
    public string Name { get; }

    public MethodInfo Method { get; }

    /// <summary>The parameter with the trigger's attribute.</summary>
    public ParameterInfo Trigger { get; }

    public Lazy<FunctionDefinition> Definition { get; }

    /// <summary>The attribute of the trigger when it is of this kind, else <see langword="null"/>.</summary>
    public TTrigger? TriggerAs<TTrigger>()
        where TTrigger : Attribute => Trigger.GetCustomAttribute<TTrigger>();

    /// <summary>Whether what it returns may be of the type, as far as its signature tells.</summary>
    public bool MayReturn(Type type)
    {
        var returned = Method.ReturnType is { IsGenericType: true } task ? task.GetGenericArguments()[0] : Method.ReturnType;
        return returned == typeof(object) || returned.IsAssignableTo(type);
    }

    /// <summary>Runs it once.</summary>
    /// <returns>What the method returned; <see langword="null"/> when it returns nothing.</returns>
    public ValueTask<object?> InvokeAsync(LocalFunctionContext context) => invoker.Value(context);
}
