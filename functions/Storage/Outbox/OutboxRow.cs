using System.Globalization;
using Azure;
using Azure.Data.Tables;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>The row of a note. It stands in the partition of what it tells of, so that the two are one transaction; noted again, it is the same row.</summary>
internal static class OutboxRow
{
    public const string Prefix = "O~";

    private const string CapturedAt = "CapturedAt";

    /// <summary>
    /// Adds notes to the transaction that makes them true: for the figures, and what is told to the clinic's own systems once more for those.
    /// Each reader takes its own away.
    /// </summary>
    public static Batch Note(this Batch batch, IEnumerable<OutboxNote> notes) => notes.Aggregate(
        batch,
        (with, note) => note.Kind is OutboxKind.Captured or OutboxKind.StatusChanged ? with.Put(ToRow(note)).Put(ToNewsRow(note)) : with.Put(ToRow(note)));

    /// <summary>What the keys of a lead's notes begin with.</summary>
    public static string Lead(LeadId lead) => $"{Prefix}{lead}~";

    /// <summary>The key of what is noted of a person.</summary>
    public static string Contact(ContactKey contact) => $"{Prefix}{contact}~3";

    public static TableEntity ToRow(OutboxNote note) => ToRow(note, Key(note));

    private static TableEntity ToRow(OutboxNote note, string key)
    {
        var row = new TableEntity(ShardOf(note).ToString(), key)
        {
            [nameof(OutboxNote.Kind)] = note.Kind.ToString(),
            [nameof(OutboxNote.At)] = note.At,
            [nameof(OutboxNote.Step)] = note.Step,
            [nameof(OutboxNote.Status)] = note.Status.ToString(),
        };
        row.SetIfAny(nameof(OutboxNote.Lead), note.Lead?.Id.ToString());
        row.SetIfAny(nameof(OutboxNote.Contact), note.Contact?.Hex);
        row.SetIfAny(nameof(OutboxNote.Articles), Columns.Words(note.Articles));
        row.SetIfAny(nameof(OutboxNote.Sequence), note.Sequence);
        row.SetIfAny(nameof(OutboxNote.Variant), note.Variant);
        if (note.Lead is { } lead)
        {
            row[CapturedAt] = lead.CapturedAt;
        }

        return row;
    }

    public static OutboxNote ToNote(TableEntity row) => new()
    {
        Kind = row.Choice<OutboxKind>(nameof(OutboxNote.Kind)),
        At = row.Time(nameof(OutboxNote.At)),
        Lead = row.GetString(nameof(OutboxNote.Lead)) is { } lead ? new(LeadId.Parse(lead), row.Time(CapturedAt)) : null,
        Contact = row.GetString(nameof(OutboxNote.Contact)) is { } contact ? ContactKey.Parse(contact) : null,
        Step = row.Number(nameof(OutboxNote.Step)),
        Articles = row.Words(nameof(OutboxNote.Articles)),
        Sequence = row.GetString(nameof(OutboxNote.Sequence)),
        Variant = row.GetString(nameof(OutboxNote.Variant)),
        Status = row.Choice<LeadStatus>(nameof(OutboxNote.Status)),
        Version = row.ETag.ToString(),
    };

    /// <summary>The row as it was read.</summary>
    public static TableEntity ToRead(OutboxNote note) => ToRead(note, Key(note));

    /// <summary>The row for the clinic's own systems as it was read.</summary>
    public static TableEntity ToReadNews(OutboxNote note) => ToRead(note, NewsKey(note));

    private static TableEntity ToNewsRow(OutboxNote note) => ToRow(note, NewsKey(note));

    private static TableEntity ToRead(OutboxNote note, string key) => new(ShardOf(note).ToString(), key)
    {
        ETag = note.Version.Length == 0 ? ETag.All : new ETag(note.Version),
    };

    private static string NewsKey(OutboxNote note) => WebhookRows.NewsPrefix + Key(note)[Prefix.Length..];

    private static string Key(OutboxNote note) => note switch
    {
        { Kind: OutboxKind.Captured, Lead: { } lead } => $"{Lead(lead.Id)}0",
        { Kind: OutboxKind.Sent, Lead: { } lead } => string.Create(CultureInfo.InvariantCulture, $"{Lead(lead.Id)}1~{note.Step:D4}"),
        { Kind: OutboxKind.StatusChanged, Lead: { } lead } => string.Create(CultureInfo.InvariantCulture, $"{Lead(lead.Id)}2~{note.At.UtcTicks:D19}"),
        { Kind: OutboxKind.Unsubscribed, Contact: { } contact } => Contact(contact),
        _ => throw new ArgumentOutOfRangeException(nameof(note), note.Kind, message: null),
    };

    private static Shard ShardOf(OutboxNote note) => note.Lead?.Id.Shard ?? note.Contact!.Value.Shard;
}
