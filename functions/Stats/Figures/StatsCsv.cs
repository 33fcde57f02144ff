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
}
