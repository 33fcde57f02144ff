using Azure.Data.Tables;
using LeadFunctions.Leads;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Storage;

/// <summary>Keeps how soon staff answered in one partition of the table of events: a row a week, and one for those who came lately.</summary>
public sealed class TableAnswerTimes([FromKeyedServices(StorageFeature.Events)] TableClient table) : IAnswerTimes
{
    private const string From = "From";
    private const string At = "At";
    private const string YearAt = "YearAt";

    private static readonly LeadKind[] Kinds = [LeadKind.Call, LeadKind.Appointment];

    public async Task<IReadOnlyList<AnswerWeek>> WeeksAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken) =>
        await table.RowsAsync(StatisticsKeys.Answers, StatisticsKeys.Day(from), EventKeys.After(StatisticsKeys.Day(to)), int.MaxValue, cancellationToken)
            .Select(row => new AnswerWeek(StatisticsKeys.ToDate(row.RowKey), ToTimes(row)))
            .ToListAsync(cancellationToken);

    public async Task<RecentAnswers?> RecentAsync(CancellationToken cancellationToken) =>
        await table.FindAsync(StatisticsKeys.Answers, StatisticsKeys.RecentAnswers, cancellationToken) is { } row
            ? new(StatisticsKeys.ToDate(row.Text(From)), row.Time(At), row.Time(YearAt), ToTimes(row))
            : null;

    public Task KeepAsync(IReadOnlyList<AnswerWeek> weeks, RecentAnswers recent, CancellationToken cancellationToken)
    {
        var row = ToRow(StatisticsKeys.RecentAnswers, recent.ByKind);
        row[From] = StatisticsKeys.Day(recent.From);
        row[At] = recent.At;
        row[YearAt] = recent.YearAt;
        var batch = weeks.Aggregate(new Batch(StatisticsKeys.Answers).Put(row), (all, week) => all.Put(ToRow(StatisticsKeys.Day(week.Monday), week.ByKind)));
        return table.CommitAsync(batch, cancellationToken);
    }

    private static TableEntity ToRow(string key, IReadOnlyList<AnswerTimes> byKind)
    {
        var row = new TableEntity(StatisticsKeys.Answers, key);
        foreach (var times in byKind)
        {
            row[Column(times.Kind, nameof(times.Captured))] = times.Captured;
            row[Column(times.Kind, nameof(times.Answered))] = times.Answered;
            row.SetIfAny(Column(times.Kind, nameof(times.Median)), times.Median?.Ticks);
            row.SetIfAny(Column(times.Kind, nameof(times.NinetiethPercentile)), times.NinetiethPercentile?.Ticks);
        }

        return row;
    }

    private static List<AnswerTimes> ToTimes(TableEntity row) =>
    [
        .. Kinds.Where(kind => row.ContainsKey(Column(kind, nameof(AnswerTimes.Captured)))).Select(kind => new AnswerTimes(
            kind,
            row.Number(Column(kind, nameof(AnswerTimes.Captured))),
            row.Number(Column(kind, nameof(AnswerTimes.Answered))),
            Length(row, Column(kind, nameof(AnswerTimes.Median))),
            Length(row, Column(kind, nameof(AnswerTimes.NinetiethPercentile))))),
    ];

    private static TimeSpan? Length(TableEntity row, string column) => row.GetInt64(column) is { } ticks ? TimeSpan.FromTicks(ticks) : null;

    private static string Column(LeadKind kind, string name) => $"{kind}{name}";
}
