using Azure;
using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>
/// What is remembered of the last count of a lead: in which buckets it adds something, and a mark of what. Whoever counts claims the next
/// number first, and no row of a higher number is ever overwritten: of two who count at once, the one that has seen more has the last word.
/// </summary>
internal sealed record CountIndex
{
    private const char Separator = ':';

    /// <summary>The number of the count.</summary>
    public int Number { get; private init; }

    /// <summary>Somebody counts, or began and was cut short: nothing that is remembered can be relied on.</summary>
    public bool IsOpen { get; private init; }

    /// <summary>For each bucket a mark of what the lead adds there.</summary>
    public IReadOnlyDictionary<Bucket, string> Marks { get; private init; } = new Dictionary<Bucket, string>();

    /// <summary>The version of the row; null when there is none.</summary>
    public ETag? Version { get; init; }

    public static CountIndex Of(TableEntity? row) => row is null ? new() : new()
    {
        Number = row.Number(nameof(Number)),
        IsOpen = row.Flag(nameof(IsOpen)),
        Marks = row.Words(nameof(Marks))
            .Select(mark => mark.Split(Separator))
            .ToDictionary(mark => StatisticsKeys.ToBucket(mark[0]), mark => mark[1]),
        Version = row.ETag,
    };

    /// <summary>Whether the lead adds exactly this, and nobody is about to write something else.</summary>
    public bool Says(IReadOnlyDictionary<Bucket, Tally> tallies) =>
        !IsOpen && tallies.Count == Marks.Count && tallies.All(tally => Marks.GetValueOrDefault(tally.Key) == TallyColumns.Mark(tally.Value));

    /// <summary>The next count is begun: it may touch these buckets, beside those of before.</summary>
    public CountIndex Opened(IEnumerable<Bucket> buckets) => this with
    {
        Number = Number + 1,
        IsOpen = true,
        Marks = Marks.Keys.Union(buckets).ToDictionary(bucket => bucket, bucket => Marks.GetValueOrDefault(bucket) ?? ""),
    };

    /// <summary>The same count turns out to touch more.</summary>
    public CountIndex Widened(IEnumerable<Bucket> buckets) => Opened(buckets) with { Number = Number };

    /// <summary>The count is done.</summary>
    public CountIndex Closed(IReadOnlyDictionary<Bucket, Tally> tallies) => this with
    {
        IsOpen = false,
        Marks = tallies.ToDictionary(tally => tally.Key, tally => TallyColumns.Mark(tally.Value)),
    };

    public TableEntity ToRow(LeadId lead) => new(StatisticsKeys.Facts(lead.Shard), StatisticsKeys.Fact(lead, StatisticsKeys.Index))
    {
        [nameof(Number)] = Number,
        [nameof(IsOpen)] = IsOpen,
        [nameof(Marks)] = Columns.Words(Marks.OrderBy(mark => mark.Key).Select(mark => $"{StatisticsKeys.Bucketed(mark.Key)}{Separator}{mark.Value}")),
    };
}
