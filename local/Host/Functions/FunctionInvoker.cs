using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Local.Functions;

/// <summary>
/// Turns a function's method into one delegate: make the instance, fill the parameters, call, await. By the runtime's own invokers: an
/// expression tree would save a microsecond a call, and cost thirty milliseconds before the first.
/// </summary>
internal static class FunctionInvoker
{
    public static Func<LocalFunctionContext, ValueTask<object?>> Make(MethodInfo method)
    {
        var invoker = MethodInvoker.Create(method);
        var parameters = method.GetParameters().Select(Value).ToArray();
        var type = method.IsStatic ? null : method.DeclaringType;
        var result = Result(method.ReturnType);
        return context =>
        {
            var instance = type is null ? null : ActivatorUtilities.CreateInstance(context.InstanceServices, type);
            var values = Array.ConvertAll(parameters, parameter => parameter(context));
            return result(invoker.Invoke(instance, values.AsSpan()));
        };
    }

    private static Func<LocalFunctionContext, object?> Value(ParameterInfo parameter) => parameter switch
    {
        _ when parameter.ParameterType == typeof(HttpRequest) => context => context.Request,
        _ when parameter.ParameterType == typeof(TimerInfo) => context => context.Timer,
        _ when parameter.ParameterType == typeof(FunctionContext) => context => context,
        _ when parameter.ParameterType == typeof(CancellationToken) => context => context.CancellationToken,
        _ => BoundParameter.Of(parameter).Read,
    };

    private static Func<object?, ValueTask<object?>> Result(Type type)
    {
        if (type == typeof(Task))
        {
            return FromTask;
        }

        if (type == typeof(ValueTask))
        {
            return FromValueTask;
        }

        var awaitable = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        var adapter = awaitable == typeof(Task<>) ? nameof(FromTaskOf) : awaitable == typeof(ValueTask<>) ? nameof(FromValueTaskOf) : null;
        return adapter is null
            ? value => new(value)
            : typeof(FunctionInvoker)
                .GetMethod(adapter, BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(type.GetGenericArguments())
                .CreateDelegate<Func<object?, ValueTask<object?>>>();
    }

    private static async ValueTask<object?> FromTask(object? task)
    {
        await (Task)task!;
        return null;
    }

    private static async ValueTask<object?> FromValueTask(object? task)
    {
        await (ValueTask)task!;
        return null;
    }

    private static async ValueTask<object?> FromTaskOf<TResult>(object? task) => await (Task<TResult>)task!;

    private static async ValueTask<object?> FromValueTaskOf<TResult>(object? task) => await (ValueTask<TResult>)task!;
}
