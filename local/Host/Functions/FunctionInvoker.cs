using System.Linq.Expressions;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Local.Functions;

/// <summary>Turns a function's method into one delegate: make the instance, fill the parameters, call, await.</summary>
internal static class FunctionInvoker
{
    public static Func<LocalFunctionContext, ValueTask<object?>> Compile(MethodInfo method)
    {
        var context = Expression.Parameter(typeof(LocalFunctionContext), "context");
        var arguments = method.GetParameters().Select(parameter => Argument(parameter, context));
        var call = Expression.Call(method.IsStatic ? null : Instance(method.DeclaringType!, context), method, arguments);
        return Expression.Lambda<Func<LocalFunctionContext, ValueTask<object?>>>(Awaited(call), context).Compile();
    }

    private static UnaryExpression Instance(Type type, ParameterExpression context)
    {
        var create = Expression.Constant(ActivatorUtilities.CreateFactory(type, []));
        var services = Expression.Property(context, nameof(LocalFunctionContext.InstanceServices));
        return Expression.Convert(Expression.Invoke(create, services, Expression.Constant(null, typeof(object[]))), type);
    }

    private static Expression Argument(ParameterInfo parameter, ParameterExpression context) => parameter switch
    {
        _ when parameter.ParameterType == typeof(HttpRequest) => Expression.Property(context, nameof(LocalFunctionContext.Request)),
        _ when parameter.ParameterType == typeof(TimerInfo) => Expression.Property(context, nameof(LocalFunctionContext.Timer)),
        _ when parameter.ParameterType == typeof(FunctionContext) => context,
        _ when parameter.ParameterType == typeof(CancellationToken) =>
            Expression.Property(context, nameof(LocalFunctionContext.CancellationToken)),
        _ => BoundValue(parameter, context),
    };

    private static MethodCallExpression BoundValue(ParameterInfo parameter, ParameterExpression context)
    {
        var binding = Activator.CreateInstance(typeof(BoundParameter<>).MakeGenericType(parameter.ParameterType), parameter);
        return Expression.Call(Expression.Constant(binding), nameof(BoundParameter<>.Read), null, context);
    }

    private static Expression Awaited(MethodCallExpression call)
    {
        var type = call.Type;
        if (type == typeof(void))
        {
            return Expression.Block(call, Expression.Default(typeof(ValueTask<object?>)));
        }

        if (type == typeof(Task))
        {
            return Expression.Call(typeof(FunctionInvoker), nameof(FromTask), null, call);
        }

        if (type == typeof(ValueTask))
        {
            return Expression.Call(typeof(FunctionInvoker), nameof(FromValueTask), null, call);
        }

        var awaitable = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        var adapter = awaitable == typeof(Task<>) ? nameof(FromTaskOf) : awaitable == typeof(ValueTask<>) ? nameof(FromValueTaskOf) : null;
        return adapter is null
            ? Expression.Call(typeof(FunctionInvoker), nameof(FromValue), null, Expression.Convert(call, typeof(object)))
            : Expression.Call(typeof(FunctionInvoker), adapter, type.GetGenericArguments(), call);
    }

    private static ValueTask<object?> FromValue(object? result) => new(result);

    private static async ValueTask<object?> FromTask(Task task)
    {
        await task;
        return null;
    }

    private static async ValueTask<object?> FromValueTask(ValueTask task)
    {
        await task;
        return null;
    }

    private static async ValueTask<object?> FromTaskOf<TResult>(Task<TResult> task) => await task;

    private static async ValueTask<object?> FromValueTaskOf<TResult>(ValueTask<TResult> task) => await task;
}
