using LeadFunctions.Languages;
using LeadFunctions.Leads;

namespace LeadFunctions.Marketing;

/// <summary>Which concerns people named who came from which page, in a whole quarter, so that nobody can be found (<see cref="ShieldedCells"/>).</summary>
internal sealed class ShieldedTable(Said said)
{
    private const int MostSources = 8;

    public FigureTable Of(MarketingFigures figures)
    {
        var quarter = figures.Quarter;
        var rowSums = Captured(quarter.By(Dimension.Concern));
        var people = Captured(quarter.By(Dimension.Source));
        var cells = new Dictionary<ConcernSource, int>();
        foreach (var (key, counts) in quarter.By(Dimension.ConcernSource))
        {
            if (ConcernSource.Of(key) is { } both)
            {
                var place = both with { Source = Shown(both.Source) };
                cells[place] = cells.GetValueOrDefault(place) + counts[Metric.Captured];
            }
        }

        // On days with very many pairs the rarest are not kept apart: their people came from somewhere.
        foreach (var (concern, sum) in rowSums)
        {
            var rest = new ConcernSource(concern, Tally.Other);
            var missing = sum - cells.Where(cell => cell.Key.Concern == concern).Sum(cell => cell.Value);
            if (missing > 0)
            {
                cells[rest] = cells.GetValueOrDefault(rest) + missing;
                people[Tally.Other] = Math.Max(people.GetValueOrDefault(Tally.Other), cells[rest]);
            }
        }

        var shown = people.GroupBy(source => Shown(source.Key)).OrderBy(source => source.Key == Tally.Other).ThenByDescending(source => source.Sum(one => one.Value)).ToList();
        var concerns = rowSums.OrderByDescending(concern => concern.Value).ThenBy(concern => concern.Key, StringComparer.Ordinal).ToList();
        var told = ShieldedCells.Of(
            [.. concerns.Select(concern => shown.Select(source => cells.GetValueOrDefault(new(concern.Key, source.Key))).ToArray())],
            [.. concerns.Select(concern => concern.Value)],
            [.. shown.Select(source => source.Sum(one => one.Value))]);
        return new(
            "concern-sources",
            MarketingText.ShieldedTitle.With(DateRange.Text(quarter.Range.From), DateRange.Text(quarter.Range.To)),
            [.. shown.Select(source => new FigureColumn(source.Key, said.Label(Dimension.Source, source.Key), "source"))],
            [.. concerns.Select((concern, row) => new FigureRow(
                concern.Key,
                said.Label(Dimension.Concern, concern.Key),
                [.. told[row].Select(low => low is { } step ? (FigureValue)new FigureValue.Band(step) : new FigureValue.Withheld())]))])
        {
            Key = Said.Column("Concern"),
            Note = MarketingText.ShieldedNote.With(ShieldedCells.Step),
        };

        string Shown(string source) => source != Tally.Other && Rank(source) < MostSources ? source : Tally.Other;
        int Rank(string source) => people.Count(other => other.Key != Tally.Other && Beats(other, source));
        bool Beats(KeyValuePair<string, int> other, string source) =>
            other.Value > people.GetValueOrDefault(source) || (other.Value == people.GetValueOrDefault(source) && string.CompareOrdinal(other.Key, source) < 0);
    }

    private static Dictionary<string, int> Captured(IReadOnlyDictionary<string, Counts> keys) =>
        keys.Where(key => key.Value[Metric.Captured] > 0).ToDictionary(key => key.Key, key => key.Value[Metric.Captured], StringComparer.Ordinal);
}
