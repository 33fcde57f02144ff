using System.Globalization;
using Azure.Data.Tables;
using LeadFunctions.Leads;
using LeadFunctions.Storage;

namespace LeadFunctions.Tests.Storage;

/// <summary>Counts as text: what is written is read, whatever somebody has named a page, and nothing else is.</summary>
public sealed class TallyTextTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Fact]
    public void What_is_written_is_read_whatever_a_key_is_called()
    {
        var tally = new Tally();
        foreach (var (key, number) in new[] { "", "plain", "a\"b", "a\\b", "línea\n", "{}[]:,", "日本", "\u2028", "😀" }.Select((key, number) => (key, number)))
        {
            tally.Add(Dimension.Source, key, Counts.Of(number, 0, 20 * number));
        }

        tally.Add(Dimension.Total, "", Counts.Of([.. Enumerable.Range(1, Counts.Length)]));
        tally.Add(Dimension.Kind, "call", new Counts());
        var row = new TableEntity("d", "20260302");
        TallyColumns.Write(row, tally);

        var told = new Told();
        TallyColumns.Read(row, Monday, told);

        Assert.Equal(Lines(tally).Order(StringComparer.Ordinal), told.Lines.Order(StringComparer.Ordinal));
        Assert.Equal(Lines(tally), Lines(TallyColumns.Read(row)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"a\"")]
    [InlineData("{\"a\":[1")]
    [InlineData("{\"a\":[1]")]
    [InlineData("{\"a\":[1,-2]}")]
    [InlineData("{\"a\":[1.5]}")]
    [InlineData("{\"a\":1}")]
    [InlineData("{\"a\":[1]}x")]
    [InlineData("null")]
    public void What_is_no_text_of_counts_is_refused(string text) =>
        Assert.ThrowsAny<FormatException>(() => TallyText.Read(text, Monday, Dimension.Kind, new Told()));

    [Fact]
    public void Numbers_of_a_newer_version_are_told_and_left_out_where_they_are_summed_up()
    {
        var told = new Told();
        TallyText.Read($"{{\"a\":[{string.Join(',', Enumerable.Range(0, Counts.Length + 3))}]}}", Monday, Dimension.Kind, told);

        Assert.Equal($"2026-03-02 Kind a {string.Join(' ', Enumerable.Range(0, Counts.Length))}", Assert.Single(told.Lines));
    }

    private static IEnumerable<string> Lines(Tally tally) => tally.Dimensions.SelectMany(dimension => tally.By(dimension).Select(key => Line(Monday, dimension, key.Key, key.Value)));

    private static string Line(DateOnly date, Dimension dimension, string key, Counts counts) =>
        string.Create(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd} {dimension} {key} {string.Join(' ', counts.Numbers)}");

    private sealed class Told : ICountsReceiver
    {
        public List<string> Lines { get; } = [];

        public void Take(DateOnly date, Dimension dimension, ReadOnlySpan<char> key, ReadOnlySpan<int> numbers) =>
            Lines.Add(Line(date, dimension, key.ToString(), Counts.Of(numbers)));
    }
}
