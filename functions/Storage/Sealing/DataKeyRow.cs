using System.Globalization;
using System.Security.Cryptography;
using Azure.Data.Tables;

namespace LeadFunctions.Storage;

/// <summary>
/// The row of the key of a month: 32 random bytes, wrapped, that is sealed, under a key of the settings. It stands in the table of leads, in a partition
/// that no shard has. Of a key that was shredded the row stays, without the key: nobody makes another of the same name.
/// </summary>
internal static class DataKeyRow
{
    public const string Partition = "0~datakeys";

    public const string Wrapped = "Wrapped";

    private const string MonthFormat = "yyyyMM";
    private const string MadeAt = "MadeAt";
    private const string ShreddedAt = "ShreddedAt";

    /// <summary>The name of a month's key, such as <c>202611</c>; where that was shredded already, as a clock that is turned back brings about, with a letter.</summary>
    public static IEnumerable<string> NamesOf(DateTimeOffset time)
    {
        var month = time.UtcDateTime.ToString(MonthFormat, CultureInfo.InvariantCulture);
        return Enumerable.Range('a', 26).Select(letter => $"{month}{(char)letter}").Prepend(month);
    }

    /// <summary>Where the month of a key begins (UTC).</summary>
    public static DateTimeOffset MonthOf(string name) =>
        new(DateTime.ParseExact(name.AsSpan(0, MonthFormat.Length), MonthFormat, CultureInfo.InvariantCulture), TimeSpan.Zero);

    /// <summary>A new key.</summary>
    public static TableEntity New(string name, Seal seal, DateTimeOffset now) =>
        ToRow(new(name, RandomNumberGenerator.GetBytes(SealingKey.SecretLength)), seal, now);

    /// <summary>The row with the key wrapped under the first key of the settings; it still carries the version with which it was read.</summary>
    /// <exception cref="SealBrokenException">It does not open.</exception>
    public static TableEntity Rewrapped(TableEntity row, Seal seal)
    {
        var rewrapped = ToRow(ToKey(row, seal), seal, row.Time(MadeAt));
        rewrapped.ETag = row.ETag;
        return rewrapped;
    }

    /// <summary>The row without its key; it still carries the version with which it was read.</summary>
    public static TableEntity Shredded(TableEntity row, DateTimeOffset now) =>
        new(row.PartitionKey, row.RowKey) { [MadeAt] = row.Time(MadeAt), [ShreddedAt] = now, ETag = row.ETag };

    public static bool IsShredded(TableEntity row) => row.ContainsKey(ShreddedAt);

    /// <summary>The id of the key of the settings under which it is.</summary>
    public static string WrappedUnder(TableEntity row) => SealedBytes.KeyOf(row.GetBinary(Wrapped));

    /// <exception cref="SealBrokenException">It does not open.</exception>
    public static SealingKey ToKey(TableEntity row, Seal seal) => new(row.RowKey, seal.Open(row.GetBinary(Wrapped), Place(row.RowKey)));

    private static TableEntity ToRow(SealingKey key, Seal seal, DateTimeOffset madeAt) =>
        new(Partition, key.Id) { [Wrapped] = seal.Close(key.Secret, Place(key.Id)), [MadeAt] = madeAt };

    private static string Place(string name) => $"datakeys/{name}";
}
