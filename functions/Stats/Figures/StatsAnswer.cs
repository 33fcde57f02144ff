using System.Text.Json.Serialization;
using LeadFunctions.Leads;

namespace LeadFunctions.Stats;

/// <summary>The answer of <c>GET /api/stats</c>.</summary>
/// <param name="From">The first date, included.</param>
/// <param name="To">The last date, included.</param>
/// <param name="By">What tells the rows apart.</param>
/// <param name="Exclusive">The rows come to the totals; false where one thing may be in several rows.</param>
/// <param name="Note">Why they do not, when they do not.</param>
/// <param name="Rows">By their own order where they have one, else those that count most first.</param>
/// <param name="Totals">Of all that is counted, each thing once.</param>
public sealed record StatsAnswer(
    string From, string To, string By, bool Exclusive, string? Note, IReadOnlyList<StatsRow> Rows, StatsFigures Totals);

/// <summary>The figures of one key.</summary>
public sealed record StatsRow : StatsFigures
{
    public StatsRow(string key, Counts counts)
        : base(counts) => Key = key;

    [JsonPropertyOrder(-1)]
    public string Key { get; }
}

/// <summary>What was counted; each property is the <see cref="Metric"/> of its name.</summary>
public record StatsFigures
{
    private readonly Counts counts;

    public StatsFigures(Counts counts) => this.counts = counts;

    public int Captured => counts[Metric.Captured];

    public int Sent => counts[Metric.Sent];

    public int Delivered => counts[Metric.Delivered];

    public int Opened => counts[Metric.Opened];

    public int OpenedMachine => counts[Metric.OpenedMachine];

    public int Clicked => counts[Metric.Clicked];

    public int ClickedMachine => counts[Metric.ClickedMachine];

    public int Unsubscribed => counts[Metric.Unsubscribed];

    public int Bounced => counts[Metric.Bounced];

    public int Complained => counts[Metric.Complained];

    public int Booked => counts[Metric.Booked];

    public int OpenedUnsure => counts[Metric.OpenedUnsure];

    public int ClickedUnsure => counts[Metric.ClickedUnsure];

    public int BookedWithin7Days => counts[Metric.BookedWithin7Days];

    public int BookedWithin30Days => counts[Metric.BookedWithin30Days];

    public int BookedWithin90Days => counts[Metric.BookedWithin90Days];

    public int Reached => counts[Metric.Reached];

    public int Read => counts[Metric.Read];

    public int BookedSince => counts[Metric.BookedSince];

    /// <summary>The metrics in the order in which they are told.</summary>
    internal static IReadOnlyList<Metric> Order { get; } =
    [
        Metric.Captured, Metric.Sent, Metric.Delivered, Metric.Opened, Metric.OpenedMachine, Metric.Clicked, Metric.ClickedMachine,
        Metric.Unsubscribed, Metric.Bounced, Metric.Complained, Metric.Booked, Metric.OpenedUnsure, Metric.ClickedUnsure,
        Metric.BookedWithin7Days, Metric.BookedWithin30Days, Metric.BookedWithin90Days, Metric.Reached, Metric.Read, Metric.BookedSince,
    ];

    internal int Of(Metric metric) => counts[metric];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StatsAnswer))]
[JsonSerializable(typeof(RebuildAnswer))]
internal sealed partial class StatsJson : JsonSerializerContext;
