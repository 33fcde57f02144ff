using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using LeadFunctions.Languages;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

/// <summary>The row of a lead, and the two that lead to it: by reference, and by submission.</summary>
internal static class LeadRow
{
    private const string Contact = "Contact";
    private const string Fingerprint = "Fingerprint";
    private const string CapturedAt = "CapturedAt";
    private const string Id = "LeadId";
    private const string ConsentArticles = "ConsentArticles";
    private const string ConsentCalls = "ConsentCalls";
    private const string ConsentTexts = "ConsentTexts";
    private const string SpamScore = "SpamScore";
    private const string SpamReasons = "SpamReasons";
    private const string IsSpam = "IsSpam";
    private const string Nobody = "Nobody";

    public static TableEntity ToRow(Lead lead, string nonce)
    {
        var row = new TableEntity(lead.Contact.Shard.ToString(), RowKeys.Lead(lead.Handle))
        {
            [Columns.Nonce] = nonce,
            [Id] = lead.Id.ToString(),
            [Contact] = lead.Contact.Hex,
            [CapturedAt] = lead.CapturedAt,
            [nameof(Lead.Kind)] = lead.Kind.ToString(),
            [nameof(Lead.Status)] = lead.Status.ToString(),
            [nameof(Lead.Name)] = lead.Name.Value,
            [nameof(Lead.ContactBy)] = lead.ContactBy.ToString(),
            [nameof(Lead.Concerns)] = Columns.Words(lead.Concerns),
            [nameof(Lead.Message)] = lead.Message,
            [nameof(Lead.Visit)] = lead.Visit.ToString(),
            [nameof(Lead.Language)] = lead.Language.Code,
            [nameof(Lead.Doorway)] = lead.Doorway.ToString(),
            [nameof(Lead.Quarantined)] = lead.Quarantined,
            [nameof(Lead.IsUrgent)] = lead.IsUrgent,
        };
        row.SetIfAny(nameof(Lead.Email), lead.Email?.Value);
        row.SetIfAny(nameof(Lead.Phone), Columns.Phone(lead.Phone));
        row.SetIfAny(ConsentArticles, lead.Consent.ArticlesWording);
        row.SetIfAny(ConsentCalls, lead.Consent.CallsWording);
        row.SetIfAny(ConsentTexts, lead.Consent.TextsWording);
        row.SetIfAny(nameof(Lead.PreferredTimes), ToJson(lead.PreferredTimes));
        row.SetIfAny(nameof(Lead.Source), ToJson(lead.Source));
        if (lead.Suspicion.Score > 0)
        {
            row[SpamScore] = lead.Suspicion.Score;
            row[SpamReasons] = Columns.Words(lead.Suspicion.Reasons);
            row[IsSpam] = lead.Suspicion.IsSpam;
        }

        DeskColumns.Set(row, lead);
        return row;
    }

    /// <summary>The columns of which <see cref="ToLead"/> makes a lead, and the keys.</summary>
    public static IReadOnlyList<string> Shown { get; } =
    [
        "PartitionKey", "RowKey", Id, Contact, CapturedAt, nameof(Lead.Kind), nameof(Lead.Status), nameof(Lead.Name), nameof(Lead.Email), nameof(Lead.Phone),
        nameof(Lead.ContactBy), nameof(Lead.Concerns), nameof(Lead.Message), nameof(Lead.PreferredTimes), nameof(Lead.Visit),
        ConsentArticles, ConsentCalls, ConsentTexts, nameof(Lead.Source), nameof(Lead.Doorway), nameof(Lead.Language), nameof(Lead.Quarantined), nameof(Lead.IsUrgent),
        SpamScore, SpamReasons, IsSpam, nameof(Lead.ReleasedAt), SealedColumns.Sealed, .. DeskColumns.Shown,
    ];

    /// <summary>The row that was read, with what staff have changed; it still carries the version that it was read with.</summary>
    public static TableEntity ToChanged(TableEntity row, Lead lead, string nonce)
    {
        row[Columns.Nonce] = nonce;
        row[nameof(Lead.Status)] = lead.Status.ToString();
        row[nameof(Lead.Quarantined)] = lead.Quarantined;
        if (lead.ReleasedAt is { } released)
        {
            row[nameof(Lead.ReleasedAt)] = released;
        }

        DeskColumns.Set(row, lead);
        return row;
    }

    /// <summary>What a release merges into the row that was read.</summary>
    public static TableEntity ToReleased(Lead lead, ETag version, string nonce) => new(lead.Contact.Shard.ToString(), RowKeys.Lead(lead.Handle))
    {
        ETag = version,
        [Columns.Nonce] = nonce,
        [nameof(Lead.Status)] = lead.Status.ToString(),
        [nameof(Lead.Quarantined)] = lead.Quarantined,
        [nameof(Lead.ReleasedAt)] = lead.ReleasedAt,
    };

    /// <exception cref="SealBrokenException">What is sealed in it does not open.</exception>
    public static Lead ToLead(TableEntity row)
    {
        RowSealing.ThrowIfBroken(row);
        return DeskColumns.With(ToCaptured(row), row);
    }

    /// <summary>The lead of a row whose seal does not open, without what is sealed: for whoever asks when it came and what became of it.</summary>
    public static Lead ToLeadOfNobody(TableEntity row)
    {
        row[nameof(Lead.Name)] = Nobody;
        return DeskColumns.With(ToCaptured(row), row);
    }

    private static Lead ToCaptured(TableEntity row) => new()
    {
        Id = LeadId.Parse(row.Text(Id)),
        Contact = ContactKey.Parse(row.Text(Contact)),
        CapturedAt = row.Time(CapturedAt),
        Kind = row.Choice<LeadKind>(nameof(Lead.Kind)),
        Status = row.Choice<LeadStatus>(nameof(Lead.Status)),
        Name = row.Name(nameof(Lead.Name)),
        Email = row.Email(nameof(Lead.Email)),
        Phone = row.Phone(nameof(Lead.Phone)),
        ContactBy = row.Choice<ContactBy>(nameof(Lead.ContactBy)),
        Concerns = row.Words(nameof(Lead.Concerns)),
        Message = row.TextOrEmpty(nameof(Lead.Message)),
        PreferredTimes = row.GetString(nameof(Lead.PreferredTimes)) is { } times
            ? JsonSerializer.Deserialize(times, StorageJson.Default.IReadOnlyListPreferredTime)!
            : [],
        Visit = row.Choice<Visit>(nameof(Lead.Visit)),
        Consent = new(row.GetString(ConsentArticles), row.GetString(ConsentCalls), row.GetString(ConsentTexts)),
        Source = row.GetString(nameof(Lead.Source)) is { } source
            ? JsonSerializer.Deserialize(source, StorageJson.Default.LeadSource)!
            : LeadSource.Unknown,
        Doorway = row.GetString(nameof(Lead.Doorway)) is { } doorway ? Enum.Parse<Doorway>(doorway) : Doorway.Unknown,
        Language = Language.Of(row.GetString(nameof(Lead.Language))) ?? Language.English,
        Quarantined = row.Flag(nameof(Lead.Quarantined)),
        IsUrgent = row.Flag(nameof(Lead.IsUrgent)),
        Suspicion = row.Number(SpamScore) is var score and > 0
            ? new(score, row.Words(SpamReasons), row.Flag(IsSpam))
            : Suspicion.None,
        ReleasedAt = row.GetDateTimeOffset(nameof(Lead.ReleasedAt)),
    };

    /// <summary>The version that a tag of the service names: the tag without its quotes and its mark of weakness, which says nothing here.</summary>
    public static string VersionOf(ETag tag) => tag.ToString("G").Replace("W/", "", StringComparison.Ordinal).Trim('"');

    /// <summary>Leads from a reference to the lead's row; its key makes the reference unique.</summary>
    public static TableEntity ToReferenceRow(Lead lead) => new(lead.Contact.Shard.ToString(), RowKeys.Reference(lead.Id))
    {
        [CapturedAt] = lead.CapturedAt,
    };

    /// <summary>What a reference leads to.</summary>
    public static LeadHandle ToHandle(LeadId id, TableEntity referenceRow) => new(id, referenceRow.Time(CapturedAt));

    /// <summary>Recognises a repeated submission, and lists a person's leads.</summary>
    public static TableEntity ToSubmissionRow(NewLead captured, string nonce) =>
        new(captured.Lead.Contact.Shard.ToString(), RowKeys.Submission(captured.Lead.Contact, captured.Submission))
        {
            [Columns.Nonce] = nonce,
            [Id] = captured.Lead.Id.ToString(),
            [CapturedAt] = captured.Lead.CapturedAt,
            [Fingerprint] = captured.Fingerprint,
        };

    /// <summary>What a submission row says of a submission that came again.</summary>
    public static CaptureOutcome ToOutcome(TableEntity submission, string nonce, string fingerprint)
    {
        var id = LeadId.Parse(submission.Text(Id));
        return submission.Text(Columns.Nonce) == nonce ? new CaptureOutcome.Stored(id)
            : submission.Text(Fingerprint) == fingerprint ? new CaptureOutcome.Repeated(id)
            : new CaptureOutcome.Conflicting();
    }

    /// <summary>Keeps the lead on the list until a digest has held it.</summary>
    public static TableEntity ToDigestRow(Lead lead) => new(lead.Contact.Shard.ToString(), RowKeys.Digest(lead.Id))
    {
        [CapturedAt] = lead.CapturedAt,
    };

    public static LeadHandle ToHandle(TableEntity digestRow) =>
        new(LeadId.Parse(digestRow.RowKey[RowKeys.DigestPrefix.Length..]), digestRow.Time(CapturedAt));

    /// <summary>What passes only rows of leads that were captured in a stretch of time (UTC).</summary>
    public static string Captured(DateTimeOffset from, DateTimeOffset before) => TableClient.CreateQueryFilter($"CapturedAt ge {from} and CapturedAt lt {before}");

    /// <summary>The filter of what was captured then or later (UTC).</summary>
    public static string CapturedSince(DateTimeOffset from) => TableClient.CreateQueryFilter($"CapturedAt ge {from}");

    /// <summary>What <see cref="ToHandleOfLead"/> reads.</summary>
    public static IReadOnlyList<string> HandleColumns { get; } = [Id, CapturedAt];

    /// <summary>The lead of its own row, or of the row of its submission.</summary>
    public static LeadHandle ToHandleOfLead(TableEntity row) => new(LeadId.Parse(row.Text(Id)), row.Time(CapturedAt));

    private static string? ToJson(IReadOnlyList<PreferredTime> times) =>
        times.Count == 0 ? null : JsonSerializer.Serialize(times, StorageJson.Default.IReadOnlyListPreferredTime);

    private static string? ToJson(LeadSource source) =>
        source == LeadSource.Unknown ? null : JsonSerializer.Serialize(source, StorageJson.Default.LeadSource);
}
