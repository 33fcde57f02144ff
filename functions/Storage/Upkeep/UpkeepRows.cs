using System.Globalization;
using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>The rows of what is known of how the app runs: a partition of their own beside the shards of the leads.</summary>
internal static class UpkeepRows
{
    public const string Partition = "upkeep";

    public const string RunPrefix = "run~";
    public const string HeardPrefix = "heard~";
    public const string Scrub = "scrub";

    private const string At = "At";
    private const string Milliseconds = "Milliseconds";

    /// <summary>What a run merges: of a run that failed, when the last one went well stays as it was; so does when a mail was last taken.</summary>
    public static TableEntity ToRow(TimerRun run)
    {
        var row = new TableEntity(Partition, RunPrefix + run.Function)
        {
            [nameof(TimerRun.BegunAt)] = run.BegunAt,
            [Milliseconds] = (long)run.Took.TotalMilliseconds,
            [nameof(TimerRun.Failure)] = run.Failure ?? "",
            [nameof(TimerRun.Pause)] = run.Pause?.ToString() ?? "",
        };
        row.SetIfAny(nameof(TimerRun.SucceededAt), run.SucceededAt);
        row.SetIfAny(nameof(TimerRun.AcceptedAt), run.AcceptedAt);
        return row;
    }

    public static TimerRun ToRun(TableEntity row) =>
        new(row.RowKey[RunPrefix.Length..], row.Time(nameof(TimerRun.BegunAt)), TimeSpan.FromMilliseconds(row.GetInt64(Milliseconds) ?? 0))
        {
            Failure = row.GetString(nameof(TimerRun.Failure)) is { Length: > 0 } failure ? failure : null,
            Pause = Enum.TryParse<SendingPause>(row.GetString(nameof(TimerRun.Pause)), out var pause) ? pause : null,
            SucceededAt = row.GetDateTimeOffset(nameof(TimerRun.SucceededAt)),
            AcceptedAt = row.GetDateTimeOffset(nameof(TimerRun.AcceptedAt)),
        };

    public static TableEntity ToHeardRow(string provider, DateTimeOffset at) => new(Partition, HeardPrefix + provider) { [At] = at };

    public static (string Provider, DateTimeOffset At) ToHeard(TableEntity row) => (row.RowKey[HeardPrefix.Length..], row.Time(At));

    public static TableEntity ToRow(ScrubPass pass)
    {
        var row = new TableEntity(Partition, Scrub)
        {
            [nameof(ScrubPass.BegunAt)] = pass.BegunAt,
            [nameof(ScrubPass.Leads)] = pass.Leads,
            [nameof(ScrubPass.Mended)] = pass.Mended,
            [nameof(ScrubPass.Dropped)] = pass.Dropped,
            [nameof(ScrubPass.Left)] = pass.Left,
        };
        row.SetIfAny(nameof(ScrubPass.Next), pass.Next?.Number.ToString(CultureInfo.InvariantCulture));
        row.SetIfAny(nameof(ScrubPass.FinishedAt), pass.FinishedAt);
        row.SetIfAny(nameof(ScrubPass.Reported), string.Join('\n', pass.Reported));
        return row;
    }

    public static ScrubPass ToPass(TableEntity row) => new()
    {
        BegunAt = row.Time(nameof(ScrubPass.BegunAt)),
        Next = row.GetString(nameof(ScrubPass.Next)) is { } next ? new Shard(int.Parse(next, CultureInfo.InvariantCulture)) : null,
        FinishedAt = row.GetDateTimeOffset(nameof(ScrubPass.FinishedAt)),
        Leads = row.Number(nameof(ScrubPass.Leads)),
        Mended = row.Number(nameof(ScrubPass.Mended)),
        Dropped = row.Number(nameof(ScrubPass.Dropped)),
        Left = row.Number(nameof(ScrubPass.Left)),
        Reported = row.TextOrEmpty(nameof(ScrubPass.Reported)).Split('\n', StringSplitOptions.RemoveEmptyEntries),
    };
}
