using System.Text.Json.Serialization;
using LeadFunctions.Desk;
using LeadFunctions.Leads;

namespace LeadFunctions.Stats;

/// <summary>The answer of <c>GET /api/stats/first-response</c>.</summary>
/// <param name="From">The first date, included.</param>
/// <param name="To">The last date, included.</param>
/// <param name="Rows">By week and kind, in order.</param>
/// <param name="Totals">By kind.</param>
public sealed record FirstResponseAnswer(string From, string To, IReadOnlyList<FirstResponseRow> Rows, IReadOnlyList<FirstResponseRow> Totals);

/// <summary>How soon staff answered those who came in one week; minutes, with one decimal, and null while nobody was answered.</summary>
/// <param name="Week">The Monday of the week; null for all together.</param>
/// <param name="Kind">What was asked for.</param>
/// <param name="Captured">How many came.</param>
/// <param name="Answered">How many of them were answered.</param>
/// <param name="Waiting">How many of them wait still.</param>
/// <param name="OpenMedian">Half were answered within so many minutes of opening hours.</param>
/// <param name="OpenP90">Nine of ten were.</param>
/// <param name="WallMedian">Half were answered within so many minutes.</param>
/// <param name="WallP90">Nine of ten were.</param>
public sealed record FirstResponseRow(
    string? Week, string Kind, int Captured, int Answered, int Waiting, double? OpenMedian, double? OpenP90, double? WallMedian, double? WallP90)
{
    public static FirstResponseRow Of(FirstResponse response) => new(
        response.Week is { } week ? StatsQueryReader.Text(week) : null,
        response.Kind.Word(),
        response.Captured,
        response.Answered,
        response.Waiting,
        Minutes(response.Open?.Median),
        Minutes(response.Open?.NinetiethPercentile),
        Minutes(response.Wall?.Median),
        Minutes(response.Wall?.NinetiethPercentile));

    private static double? Minutes(TimeSpan? time) => time is { } length ? Math.Round(length.TotalMinutes, 1, MidpointRounding.AwayFromZero) : null;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FirstResponseAnswer))]
internal sealed partial class FirstResponseJson : JsonSerializerContext;
