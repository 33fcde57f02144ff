using System.Text.Json.Serialization;

namespace LeadFunctions.Local.Demo;

/// <summary>A submission as the app takes it, from somebody who does not exist.</summary>
internal sealed record MadeUpLead
{
    public required Guid SubmissionId { get; init; }

    public required string Kind { get; init; }

    public required string Name { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public required string ContactBy { get; init; }

    public required IReadOnlyList<string> Concerns { get; init; }

    public required string Message { get; init; }

    public required IReadOnlyList<MadeUpTime> PreferredTimes { get; init; }

    public required string Visit { get; init; }

    public required MadeUpConsent Consent { get; init; }

    public required MadeUpSource Source { get; init; }
}

internal sealed record MadeUpTime(string Day, string Part);

internal sealed record MadeUpConsent(bool Articles, bool Calls, bool Texts);

internal sealed record MadeUpSource(string? Page, string? Article, string? Campaign, string? Medium, string? Content, string? Referrer);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MadeUpLead))]
internal sealed partial class DemoJson : JsonSerializerContext;
