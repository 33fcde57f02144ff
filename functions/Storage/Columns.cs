using System.Diagnostics;
using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>How values of the domain are written into columns and read back. What does not parse was not written by us: that is a bug.</summary>
internal static class Columns
{
    /// <summary>The mark of the write that made or last changed a row: tells our own lost answer from somebody else's write.</summary>
    public const string Nonce = "Nonce";

    public static string Text(this TableEntity row, string column) =>
        row.GetString(column) ?? throw new UnreachableException($"Row {row.RowKey} has no {column}.");

    public static string TextOrEmpty(this TableEntity row, string column) => row.GetString(column) ?? "";

    public static DateTimeOffset Time(this TableEntity row, string column) =>
        row.GetDateTimeOffset(column) ?? throw new UnreachableException($"Row {row.RowKey} has no {column}.");

    public static int Number(this TableEntity row, string column) => row.GetInt32(column) ?? 0;

    public static bool Flag(this TableEntity row, string column) => row.GetBoolean(column) ?? false;

    public static T Choice<T>(this TableEntity row, string column)
        where T : struct, Enum => Enum.Parse<T>(row.Text(column));

    /// <summary>Ids and slugs hold no spaces.</summary>
    public static IReadOnlyList<string> Words(this TableEntity row, string column) => row.TextOrEmpty(column).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>An absent value is an absent column.</summary>
    public static void SetIfAny(this TableEntity row, string column, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            row[column] = value;
        }
    }

    /// <summary>An absent value is an absent column.</summary>
    public static void SetIfAny<T>(this TableEntity row, string column, T? value)
        where T : struct
    {
        if (value is { } set)
        {
            row[column] = set;
        }
    }

    public static string Words(IEnumerable<string> words) => string.Join(' ', words);

    public static string? Phone(PhoneNumber? phone) => phone is { Extension: { } extension } ? $"{phone.E164} ext. {extension}" : phone?.E164;

    public static PhoneNumber? Phone(this TableEntity row, string column) => row.GetString(column) is not { } text ? null
        : PhoneNumber.TryParse(text, out var phone, out _) ? phone
        : throw new UnreachableException($"Row {row.RowKey} has no readable {column}.");

    public static EmailAddress? Email(this TableEntity row, string column) => row.GetString(column) is not { } text ? null
        : EmailAddress.TryParse(text, out var email, out _) ? email
        : throw new UnreachableException($"Row {row.RowKey} has no readable {column}.");

    public static PersonName Name(this TableEntity row, string column) => PersonName.TryParse(row.Text(column), out var name, out _)
        ? name
        : throw new UnreachableException($"Row {row.RowKey} has no readable {column}.");
}
