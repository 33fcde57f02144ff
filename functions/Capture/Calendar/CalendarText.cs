using System.Text;

namespace LeadFunctions.Capture;

/// <summary>Lines of a calendar file: ended by CR LF, at most 75 bytes each and folded beyond (RFC 5545, 3.1), text escaped (3.3.11).</summary>
internal sealed class CalendarText
{
    private const int LongestLine = 75;

    private readonly StringBuilder text = new();

    /// <summary>A property whose value needs no escape.</summary>
    public CalendarText Line(string name, string value)
    {
        var bytes = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                bytes = 1;
            }

            text.Append(rune);
            bytes += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
        return this;
    }

    /// <summary>A property whose value is text.</summary>
    public CalendarText Text(string name, string value) => Line(name, value
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal));

    public override string ToString() => text.ToString();
}
