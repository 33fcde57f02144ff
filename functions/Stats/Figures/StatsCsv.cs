using System.Globalization;
using System.Text;
using System.Text.Json;
using LeadFunctions.Http;

namespace LeadFunctions.Stats;

/// <summary>
/// Figures as CSV (RFC 4180): a line of names, then the rows, and no totals, so that whoever sums them up counts nothing twice. A key that a
/// spreadsheet would take for a formula begins with an apostrophe.
/// </summary>
internal static class StatsCsv
{
    private const string LineEnd = "\r\n";

    public static byte[] Of(StatsAnswer answer)
    {
        var text = new StringBuilder("key");
        foreach (var metric in StatsFigures.Order)
        {
            text.Append(',').Append(JsonNamingPolicy.CamelCase.ConvertName(metric.ToString()));
        }

        text.Append(LineEnd);
        foreach (var row in answer.Rows)
        {
            text.Append(CsvField.Of(row.Key));
            foreach (var metric in StatsFigures.Order)
            {
                text.Append(',').Append(row.Of(metric).ToString(CultureInfo.InvariantCulture));
            }

            text.Append(LineEnd);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Response times; nothing stands where nobody was answered.</summary>
    public static byte[] Of(FirstResponseAnswer answer)
    {
        var text = new StringBuilder("week,kind,captured,answered,waiting,openMedian,openP90,wallMedian,wallP90").Append(LineEnd);
        foreach (var row in answer.Rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"{row.Week},{row.Kind},{row.Captured},{row.Answered},{row.Waiting},")
                .Append(CultureInfo.InvariantCulture, $"{row.OpenMedian},{row.OpenP90},{row.WallMedian},{row.WallP90}")
                .Append(LineEnd);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
