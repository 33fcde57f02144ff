using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace LeadFunctions.LeadsApi;

/// <summary>A lead, as it is shown to systems of the clinic's own. Choices are written in lower case with hyphens; times are UTC.</summary>
public record LeadJson
{
    public required string Reference { get; init; }

    public required string Kind { get; init; }

    public required string Status { get; init; }

    public required string Name { get; init; }

    public string? Email { get; init; }

    /// <summary>E.164.</summary>
    public string? Phone { get; init; }

    public string? PhoneExtension { get; init; }

    public required string ContactBy { get; init; }

    public required IReadOnlyList<string> Concerns { get; init; }

    public required string Message { get; init; }

    public required IReadOnlyList<TimeJson> PreferredTimes { get; init; }

    public required string Visit { get; init; }

    public required ConsentJson Consent { get; init; }

    public required SourceJson Source { get; init; }

    public required string Language { get; init; }

    public required DateTimeOffset CapturedAt { get; init; }

    public required bool Urgent { get; init; }

    public required bool Quarantined { get; init; }

    public required IReadOnlyList<string> SpamReasons { get; init; }

    public DateTimeOffset? ReleasedAt { get; init; }

    public string? Assignee { get; init; }

    public DateTimeOffset? FirstRespondedAt { get; init; }

    public DateTimeOffset? BookedAt { get; init; }

    public string? ClosedReason { get; init; }

    public DateTimeOffset? FollowUpPausedAt { get; init; }

    /// <summary>By when the clinic has promised to answer.</summary>
    public required DateTimeOffset DueBy { get; init; }

    /// <summary>It still waits, longer than was promised.</summary>
    public required bool Overdue { get; init; }

    /// <summary>Says nothing, so that no log holds a person by accident.</summary>
    public sealed override string ToString() => nameof(LeadJson);
}

/// <summary>A lead with all that is known of it.</summary>
public sealed record LeadFileJson : LeadJson
{
    [SetsRequiredMembers]
    public LeadFileJson(LeadJson lead)
        : base(lead)
    {
        Timeline = [];
        Sends = [];
        DeadLetters = [];
        Due = [];
        Others = [];
    }

    [JsonPropertyOrder(1)]
    public IReadOnlyList<TimelineJson> Timeline { get; init; }

    [JsonPropertyOrder(1)]
    public IReadOnlyList<SendJson> Sends { get; init; }

    [JsonPropertyOrder(1)]
    public IReadOnlyList<DeadLetterJson> DeadLetters { get; init; }

    /// <summary>What comes next.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<DueJson> Due { get; init; }

    [JsonPropertyOrder(1)]
    public ContactJson? Contact { get; init; }

    /// <summary>Other leads of the same person, newest first.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<OtherJson> Others { get; init; }
}

public sealed record LeadListJson(IReadOnlyList<LeadJson> Items, string? Next);

public sealed record TimeJson(string Day, string Part);

public sealed record ConsentJson(bool Articles, bool Calls, bool Texts);

public sealed record SourceJson(string? Page, string? Article, string? Campaign, string? Medium, string? Content, string? Term, string? Referrer);

/// <param name="At">When.</param>
/// <param name="By">An address of staff, or <c>api</c>.</param>
/// <param name="Role">Null for a machine.</param>
/// <param name="Through"><c>key</c>, <c>page</c> or <c>mail-link</c>.</param>
/// <param name="Kind">What was done.</param>
/// <param name="From">The status before.</param>
/// <param name="To">The status after.</param>
/// <param name="Call">What came of a call.</param>
/// <param name="Text">The note, the assignee or the reason.</param>
public sealed record TimelineJson(DateTimeOffset At, string By, string? Role, string Through, string Kind, string? From, string? To, string? Call, string? Text);

/// <param name="Track"><c>alert</c> or <c>visitor</c>.</param>
/// <param name="Step">0 for the alert and the confirmation, then the steps of the follow-up.</param>
/// <param name="Result">How it ended.</param>
/// <param name="At">When it ended so.</param>
/// <param name="Attempts">How often it was posted.</param>
/// <param name="Articles">Slugs of the articles in it.</param>
/// <param name="DeliveredAt">When it arrived.</param>
/// <param name="BouncedAt">When it came back.</param>
/// <param name="Opened">Whether a person certainly opened it.</param>
/// <param name="Clicked">Whether a person certainly followed a link in it.</param>
public sealed record SendJson(
    string Track,
    int Step,
    string Result,
    DateTimeOffset At,
    int Attempts,
    IReadOnlyList<string> Articles,
    DateTimeOffset? DeliveredAt,
    DateTimeOffset? BouncedAt,
    bool Opened,
    bool Clicked);

public sealed record DeadLetterJson(string Track, int Step, string Reason);

/// <param name="Track"><c>alert</c> or <c>visitor</c>.</param>
/// <param name="Step">Of the follow-up.</param>
/// <param name="DueAt">Null while it is held.</param>
/// <param name="Held">It waits for staff.</param>
/// <param name="State">What is known of it.</param>
public sealed record DueJson(string Track, int Step, DateTimeOffset? DueAt, bool Held, string State);

/// <param name="Suppressed">Nothing is mailed to the person any more.</param>
/// <param name="UnsubscribedAt">When they said stop.</param>
/// <param name="BouncedAt">When their mailbox turned out not to exist.</param>
/// <param name="ComplainedAt">When they called a mail spam.</param>
/// <param name="ArticlesHeld">Articles wait until staff let them go.</param>
public sealed record ContactJson(bool Suppressed, DateTimeOffset? UnsubscribedAt, DateTimeOffset? BouncedAt, DateTimeOffset? ComplainedAt, bool ArticlesHeld);

public sealed record OtherJson(string Reference, string Kind, string Status, DateTimeOffset CapturedAt);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LeadListJson))]
[JsonSerializable(typeof(LeadFileJson))]
[JsonSerializable(typeof(LeadJson))]
internal sealed partial class LeadsJson : JsonSerializerContext;
