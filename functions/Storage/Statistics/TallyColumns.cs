using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>
/// How counts stand in a row: a column for each dimension, <c>{"depression":[1,0,2]}</c>, the numbers in the order of the metrics without
/// the zeros at the end. The same counts are the same text.
/// </summary>
internal static class TallyColumns
{
    // The text is never part of a page, and a row has room for so much.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly (Dimension Dimension, string Column)[] Names = [.. Enum.GetValues<Dimension>().Select(dimension => (dimension, dimension.ToString()))];

    public static void Write(TableEntity row, Tally tally)
    {
        foreach (var dimension in tally.Dimensions)
        {
            row[dimension.ToString()] = Text(tally.By(dimension));
        }
    }

    /// <summary>Reads the dimensions that are there; those of a newer version are left out.</summary>
    public static Tally Read(TableEntity row)
    {
        var tally = new Tally();
        Read(row, date: default, new InTally(tally));
        return tally;
    }

    /// <summary>The same, told as they are read.</summary>
    public static void Read(TableEntity row, DateOnly date, ICountsReceiver receiver)
    {
        foreach (var (dimension, column) in Names)
        {
            if (row.GetString(column) is { } text)
            {
                TallyText.Read(text, date, dimension, receiver);
            }
        }
    }

    /// <summary>Tells counts from others: the same counts have the same mark.</summary>
    public static string Mark(Tally tally)
    {
        var text = new StringBuilder();
        foreach (var dimension in tally.Dimensions)
        {
            text.Append(dimension).Append(Text(tally.By(dimension))).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 6));
    }

    private static string Text(IReadOnlyDictionary<string, Counts> keys)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            foreach (var (key, counts) in keys)
            {
                json.WriteStartArray(key);
                foreach (var number in WithoutZerosAtTheEnd(counts.Numbers))
                {
                    json.WriteNumberValue(number);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static IEnumerable<int> WithoutZerosAtTheEnd(IReadOnlyList<int> numbers)
    {
        var last = numbers.Count - 1;
        while (last >= 0 && numbers[last] == 0)
        {
            last--;
        }

        return numbers.Take(last + 1);
    }

    private sealed class InTally(Tally tally) : ICountsReceiver
    {
        public void Take(DateOnly date, Dimension dimension, ReadOnlySpan<char> key, ReadOnlySpan<int> numbers) => tally.Add(dimension, key.ToString(), Counts.Of(numbers));
    }
}
