using System.Text;
using System.Text.Json;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>
/// Reads the text of counts, <c>{"depression":[1,0,2]}</c>. A year is read row by row, hundreds of keys each, so nothing is made on the way but
/// what the receiver makes: no bytes, no tree, no key.
/// </summary>
internal static class TallyText
{
    private const int MostNumbers = 64;

    /// <exception cref="FormatException">It is no such text.</exception>
    public static void Read(string text, DateOnly date, Dimension dimension, ICountsReceiver receiver)
    {
        // A key that holds what JSON writes otherwise is rare: somebody has named a page or a campaign so.
        if (text.Contains('\\', StringComparison.Ordinal))
        {
            ReadEscaped(text, date, dimension, receiver);
            return;
        }

        Span<int> numbers = stackalloc int[MostNumbers];
        var rest = Behind(text, '{');
        while (rest is not "}")
        {
            rest = Behind(rest[0] == ',' ? rest[1..] : rest, '"');
            var end = rest.IndexOf('"');
            var key = end < 0 ? throw Odd() : rest[..end];
            rest = Behind(Behind(rest[(end + 1)..], ':'), '[');
            var count = ReadNumbers(ref rest, numbers);
            receiver.Take(date, dimension, key, numbers[..count]);
        }
    }

    private static int ReadNumbers(ref ReadOnlySpan<char> rest, scoped Span<int> numbers)
    {
        var count = 0;
        var number = -1;
        for (var at = 0; at < rest.Length; at++)
        {
            var letter = rest[at];
            if (char.IsAsciiDigit(letter))
            {
                number = checked((Math.Max(number, 0) * 10) + letter - '0');
                continue;
            }

            if (number >= 0 && count < MostNumbers)
            {
                numbers[count++] = number;
            }

            number = letter is ',' or ']' ? -1 : throw Odd();
            if (letter == ']')
            {
                rest = rest[(at + 1)..];
                return rest.IsEmpty ? throw Odd() : count;
            }
        }

        throw Odd();
    }

    private static void ReadEscaped(string text, DateOnly date, Dimension dimension, ICountsReceiver receiver)
    {
        var json = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        var numbers = new List<int>(Counts.Length);
        var key = "";
        while (json.Read())
        {
            switch (json.TokenType)
            {
                case JsonTokenType.PropertyName:
                    key = json.GetString();
                    numbers.Clear();
                    break;
                case JsonTokenType.Number:
                    numbers.Add(json.GetInt32());
                    break;
                case JsonTokenType.EndArray:
                    receiver.Take(date, dimension, key, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(numbers));
                    break;
            }
        }
    }

    private static ReadOnlySpan<char> Behind(ReadOnlySpan<char> text, char expected) => text.Length > 1 && text[0] == expected ? text[1..] : throw Odd();

    private static FormatException Odd() => new("Not a text of counts.");
}
