using System.Globalization;
using System.Text;

namespace Azure.Data.Tables.Queries;

/// <summary>Puts values into a filter, quoted and typed, so that no value can change what the filter asks.</summary>
/// <remarks>https://learn.microsoft.com/rest/api/storageservices/querying-tables-and-entities#constructing-filter-strings</remarks>
internal static class ODataFilter
{
    /// <exception cref="ArgumentException">A value is of a type that no property can have.</exception>
    public static string Create(FormattableString? filter)
    {
        if (filter is null)
        {
            return string.Empty;
        }

        var literals = new object[filter.ArgumentCount];
        for (var index = 0; index < literals.Length; index++)
        {
            literals[index] = Literal(filter.GetArgument(index), index);
        }

        return string.Format(CultureInfo.InvariantCulture, filter.Format, literals);
    }

    private static string Literal(object? value, int index) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        sbyte or byte or short or ushort or int or uint or float or double or decimal =>
            ((IFormattable)value).ToString(format: null, CultureInfo.InvariantCulture),
        long or ulong => ((IFormattable)value).ToString(format: null, CultureInfo.InvariantCulture) + "L",
        Guid guid => $"guid'{guid}'",
        DateTimeOffset time => Literal(time.UtcDateTime),
        DateTime time => Literal(time.Kind is DateTimeKind.Local ? time.ToUniversalTime() : time),
        byte[] bytes => $"X'{Convert.ToHexString(bytes)}'",
        BinaryData bytes => $"X'{Convert.ToHexString(bytes.ToMemory().Span)}'",
        string or char or StringBuilder => $"'{value.ToString()!.Replace("'", "''", StringComparison.Ordinal)}'",
        _ => throw new ArgumentException($"Unable to convert argument {index} from type {value.GetType()} to an OData literal."),
    };

    private static string Literal(DateTime time) =>
        $"datetime'{time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)}'";
}
