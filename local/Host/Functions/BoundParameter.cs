using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Local.Functions;

/// <summary>A parameter that takes its value from the request.</summary>
internal abstract class BoundParameter
{
    public static BoundParameter Of(ParameterInfo parameter) =>
        (BoundParameter)Activator.CreateInstance(typeof(BoundParameter<>).MakeGenericType(parameter.ParameterType), parameter)!;

    /// <returns>What the function gets for it.</returns>
    public abstract object? Read(LocalFunctionContext context);
}

/// <summary>
/// A parameter that takes its value from the route, else from the query, by its name, whatever the case. Texts become other types as
/// the worker's converters make them: a GUID or a date by its own rules, everything else as JSON.
/// </summary>
internal sealed class BoundParameter<T>(ParameterInfo parameter) : BoundParameter
{
    private readonly string name = parameter.Name!;
    private readonly bool hasDefault = parameter.HasDefaultValue || default(T) is null;
    private readonly T? fallback = parameter.HasDefaultValue && parameter.DefaultValue is T given ? given : default;

    /// <exception cref="FormatException">The text is no such value, or there is none and the parameter needs one.</exception>
    public override object? Read(LocalFunctionContext context)
    {
        if (Find(context.Http) is { } text)
        {
            return Convert(text);
        }

        return hasDefault ? fallback : throw new FormatException($"There is no value for the parameter '{name}', and it has no default.");
    }

    private string? Find(HttpContext? http)
    {
        if (http is null)
        {
            return null;
        }

        if (http.Request.RouteValues.TryGetValue(name, out var value))
        {
            return value as string ?? (value is null ? null : System.Convert.ToString(value, CultureInfo.InvariantCulture));
        }

        // The host keeps its own query parameter to itself.
        return !FunctionKeys.IsQueryName(name) && http.Request.Query.TryGetValue(name, out var query) ? query.ToString() : null;
    }

    private T? Convert(string text)
    {
        if (text is T same)
        {
            return same;
        }

        if ((typeof(T) == typeof(Guid) || typeof(T) == typeof(Guid?)) && Guid.TryParse(text, out var guid))
        {
            return (T)(object)guid;
        }

        if ((typeof(T) == typeof(DateTime) || typeof(T) == typeof(DateTime?))
            && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time))
        {
            return (T)(object)time;
        }

        if ((typeof(T) == typeof(DateTimeOffset) || typeof(T) == typeof(DateTimeOffset?))
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
        {
            return (T)(object)moment;
        }

        try
        {
            return JsonSerializer.Deserialize<T>(text);
        }
        catch (JsonException)
        {
            // The text may be a person's: it goes into no message.
            throw new FormatException($"The value for the parameter '{name}' is not a {typeof(T).Name}.");
        }
    }
}
