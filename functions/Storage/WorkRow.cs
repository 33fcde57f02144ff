using Azure;
using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>The rows of due work, of its results, and of what could not go on.</summary>
internal static class WorkRow
{
    /// <summary>On a dead letter: a digest has told of it.</summary>
    public const string Told = "Told";

    private const string Key = "Key";
    private const string CapturedAt = "CapturedAt";
    private const string Contact = "Contact";
    private const string Reason = "Reason";
    private const string GivenUpAt = "GivenUpAt";

    public static TableEntity ToRow(DueWork work, string nonce)
    {
        var row = new TableEntity(work.Shard.ToString(), RowKeys.Due(work))
        {
            [Columns.Nonce] = nonce,
            [Key] = work.Key.ToString(),
            [CapturedAt] = work.Lead.CapturedAt,
            [Contact] = work.Contact.Hex,
            [nameof(DueWork.Kind)] = work.Kind.ToString(),
            [nameof(DueWork.DueAt)] = work.DueAt,
            [nameof(DueWork.State)] = work.State.ToString(),
            [nameof(DueWork.Attempts)] = work.Attempts,
            [nameof(DueWork.Refusals)] = work.Refusals,
            [nameof(DueWork.Failures)] = work.Failures,
        };
        if (work.AttemptedAt is { } attempted)
        {
            row[nameof(DueWork.AttemptedAt)] = attempted;
        }

        row.SetIfAny(nameof(DueWork.Articles), Columns.Words(work.Articles));
        row.SetIfAny(nameof(DueWork.SequenceVersion), work.SequenceVersion);
        row.SetIfAny(nameof(DueWork.Variant), work.Variant);
        row.SetIfAny(nameof(DueWork.LatestAt), work.LatestAt);
        row.SetIfAny(nameof(DueWork.Trace), work.Trace);
        row.SetIfAny(nameof(DueWork.Addressed), Columns.Words(work.Addressed));
        row.SetIfAny(nameof(DueWork.Recipient), work.Recipient);
        row.SetIfAny(nameof(DueWork.TakenAt), work.TakenAt);
        if (work.Copies > 0)
        {
            row[nameof(DueWork.Copies)] = work.Copies;
        }

        return row;
    }

    public static DueWork ToWork(TableEntity row)
    {
        var key = SendKey.Parse(row.Text(Key));
        return new()
        {
            Key = key,
            Lead = new(key.Lead, row.Time(CapturedAt)),
            Kind = row.Choice<LeadKind>(nameof(DueWork.Kind)),
            Contact = ContactKey.Parse(row.Text(Contact)),
            DueAt = row.Time(nameof(DueWork.DueAt)),
            IsUrgent = RowKeys.IsUrgent(row.RowKey),
            State = row.Choice<DueState>(nameof(DueWork.State)),
            Attempts = row.Number(nameof(DueWork.Attempts)),
            AttemptedAt = row.GetDateTimeOffset(nameof(DueWork.AttemptedAt)),
            Refusals = row.Number(nameof(DueWork.Refusals)),
            Failures = row.Number(nameof(DueWork.Failures)),
            Articles = row.Words(nameof(DueWork.Articles)),
            SequenceVersion = row.GetInt32(nameof(DueWork.SequenceVersion)),
            Variant = row.GetString(nameof(DueWork.Variant)),
            LatestAt = row.GetDateTimeOffset(nameof(DueWork.LatestAt)),
            Trace = row.GetString(nameof(DueWork.Trace)),
            Addressed = row.Words(nameof(DueWork.Addressed)),
            Recipient = row.GetString(nameof(DueWork.Recipient)),
            Copies = row.Number(nameof(DueWork.Copies)),
            TakenAt = row.GetDateTimeOffset(nameof(DueWork.TakenAt)),
            Version = row.ETag.ToString(),
        };
    }

    /// <summary>What <see cref="ToKey"/> reads.</summary>
    public static IReadOnlyList<string> KeyColumns { get; } = [Key];

    /// <summary>The mail of due work.</summary>
    public static SendKey ToKey(TableEntity row) => SendKey.Parse(row.Text(Key));

    /// <summary>What <see cref="ToOutcome"/> reads.</summary>
    public static IReadOnlyList<string> OutcomeColumns { get; } = ["RowKey", nameof(SendRecord.Result)];

    /// <summary>How a mail ended.</summary>
    public static (SendKey Key, SendResult Result) ToOutcome(TableEntity row) =>
        (SendKey.Parse(row.RowKey[RowKeys.SendPrefix.Length..]), row.Choice<SendResult>(nameof(SendRecord.Result)));

    /// <summary>Whether due work is of a lead, also where the rest of the row cannot be read.</summary>
    public static bool IsOf(LeadId lead, TableEntity row) => row.TextOrEmpty(Key).StartsWith($"{lead}~", StringComparison.Ordinal);

    /// <summary>The row that a move takes away; only as it was read.</summary>
    public static TableEntity ToTaken(DueWork work) => new(work.Shard.ToString(), RowKeys.Due(work))
    {
        ETag = work.Version.Length == 0 ? ETag.All : new ETag(work.Version),
    };

    public static TableEntity ToRow(Shard shard, SendRecord record, string nonce)
    {
        var row = new TableEntity(shard.ToString(), RowKeys.Send(record.Key))
        {
            [Columns.Nonce] = nonce,
            [nameof(SendRecord.Result)] = record.Result.ToString(),
            [nameof(SendRecord.At)] = record.At,
            [nameof(SendRecord.Attempts)] = record.Attempts,
        };
        row.SetIfAny(nameof(SendRecord.Articles), Columns.Words(record.Articles));
        row.SetIfAny(nameof(SendRecord.MessageId), record.MessageId);
        row.SetIfAny(nameof(SendRecord.SequenceVersion), record.SequenceVersion);
        row.SetIfAny(nameof(SendRecord.Variant), record.Variant);
        row.SetIfAny(nameof(SendRecord.Reason), record.Reason);
        return row;
    }

    /// <summary>What became of the mail that the row's key names.</summary>
    public static SendRecord ToRecord(TableEntity row) => ToRecord(SendKey.Parse(row.RowKey[(row.RowKey.IndexOf('~', StringComparison.Ordinal) + 1)..]), row);

    public static SendRecord ToRecord(SendKey key, TableEntity row) => new()
    {
        Key = key,
        Result = row.Choice<SendResult>(nameof(SendRecord.Result)),
        At = row.Time(nameof(SendRecord.At)),
        Attempts = row.Number(nameof(SendRecord.Attempts)),
        Articles = row.Words(nameof(SendRecord.Articles)),
        MessageId = row.GetString(nameof(SendRecord.MessageId)),
        SequenceVersion = row.GetInt32(nameof(SendRecord.SequenceVersion)),
        Variant = row.GetString(nameof(SendRecord.Variant)),
        Reason = row.GetString(nameof(SendRecord.Reason)),
    };

    /// <param name="work">The work that cannot go on.</param>
    /// <param name="reason">Why.</param>
    /// <param name="at">When it was given up (UTC); null when nobody said.</param>
    /// <param name="nonce">The mark of the write.</param>
    public static TableEntity ToDeadLetterRow(DueWork work, string reason, DateTimeOffset? at, string nonce)
    {
        var row = ToRow(work, nonce);
        row.RowKey = RowKeys.DeadLetter(work.Key);
        row[Reason] = reason;
        row.SetIfAny(GivenUpAt, at);
        return row;
    }

    public static DeadLetter ToDeadLetter(TableEntity row) =>
        new(SendKey.Parse(row.RowKey[RowKeys.DeadLetterPrefix.Length..]), row.TextOrEmpty(Reason)) { At = row.GetDateTimeOffset(GivenUpAt) };

    /// <summary>The lead of a dead letter.</summary>
    public static LeadHandle ToHandleOfLetter(TableEntity row) => new(ToDeadLetter(row).Mail.Lead, row.Time(CapturedAt));

    public static TableEntity ToToldRow(SendKey key) => new(key.Lead.Shard.ToString(), RowKeys.DeadLetter(key)) { [Told] = true };
}
