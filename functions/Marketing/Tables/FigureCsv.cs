using System.Text;
using LeadFunctions.Http;
using Microsoft.AspNetCore.Http;

namespace LeadFunctions.Marketing;

/// <summary>A table as a CSV file (RFC 4180): names and numbers as programs read them, all rows, and no totals.</summary>
internal static class FigureCsv
{
    private const string LineEnd = "\r\n";

    public static IResult Answer(FigureTable table, DateRange range) => TypedResults.File(
        Encoding.UTF8.GetBytes(Of(table)), "text/csv; charset=utf-8; header=present", $"{table.Id}-{DateRange.Text(range.From)}-{DateRange.Text(range.To)}.csv");

    public static string Of(FigureTable table)
    {
        var text = new StringBuilder();
        Line(table.Columns.Select(column => column.Name).Prepend("key"));
        foreach (var row in table.Rows)
        {
            Line(row.Values.Select(value => value.Csv).Prepend(row.Key));
        }

        return text.ToString();

        void Line(IEnumerable<string> fields) => text.AppendJoin(',', fields.Select(Field)).Append(LineEnd);
    }

    // A number below nothing is no formula; with an apostrophe it would be no number.
    private static string Field(string value) => double.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out _) ? value : CsvField.Of(value);
}
