using System.Text.Json.Serialization;
using LeadFunctions.Leads;

namespace LeadFunctions.Privacy;

/// <param name="Email">The address.</param>
public sealed record AskRequest(string? Email);

/// <summary>All that is held of a person, for themselves.</summary>
public sealed record HeldAnswer(
    IReadOnlyList<HeldRequest> Requests,
    IReadOnlyList<HeldMail> Mails,
    IReadOnlyList<HeldConsent> Consents,
    IReadOnlyList<HeldSuppression> NotWrittenTo,
    HeldPreferences Preferences);

/// <summary>A request, as it was sent in.</summary>
public sealed record HeldRequest(
    string Reference,
    DateTimeOffset ReceivedAt,
    LeadKind Kind,
    LeadStatus Status,
    string Name,
    string? Email,
    string? Phone,
    ContactBy ContactBy,
    IReadOnlyList<string> Concerns,
    string Message,
    IReadOnlyList<PreferredTime> PreferredTimes,
    Visit Visit,
    string Language,
    bool IsUrgent,
    bool IsHeldBack,
    IReadOnlyList<string> WhyItLookedLikeSpam,
    LeadSource Source);

/// <summary>A mail, and what came of it.</summary>
public sealed record HeldMail(string Reference, int Step, SendResult Result, DateTimeOffset At, IReadOnlyList<string> Articles, IReadOnlyList<HeldEvent> Events);

/// <summary>What came of a mail.</summary>
public sealed record HeldEvent(MailEventKind Kind, DateTimeOffset At, Actor? By);

/// <summary>A consent that was given or taken back, in the words that were shown; where, and the same in words.</summary>
public sealed record HeldConsent(
    ConsentChannel Channel, bool Agreed, string? WordingVersion, string? Wording, DateTimeOffset At, ConsentSource Source, string? Page, string Where);

/// <summary>Why nothing is written to them.</summary>
public sealed record HeldSuppression(SuppressionReason Reason, DateTimeOffset Since);

/// <summary>What they chose.</summary>
public sealed record HeldPreferences(DateTimeOffset? PausedUntil, string? Language, IReadOnlyList<string> ArticlesSent);

/// <param name="DryRun">Nothing was erased.</param>
/// <param name="Erased">By status.</param>
/// <param name="IsAll">False when time ran out: the next run goes on.</param>
public sealed record RetentionAnswer(bool DryRun, IReadOnlyDictionary<string, int> Erased, bool IsAll);

/// <param name="Line">Counted from 1, the heading included.</param>
/// <param name="Problem">What is wrong with it.</param>
public sealed record BadLine(int Line, string Problem);

/// <param name="Applied">How many lines hold now.</param>
/// <param name="BadLines">The lines that were left out.</param>
public sealed record SuppressionImportAnswer(int Applied, IReadOnlyList<BadLine> BadLines);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, WriteIndented = true)]
[JsonSerializable(typeof(AskRequest))]
[JsonSerializable(typeof(HeldAnswer))]
[JsonSerializable(typeof(RetentionAnswer))]
[JsonSerializable(typeof(SuppressionImportAnswer))]
internal sealed partial class PrivacyJson : JsonSerializerContext;
