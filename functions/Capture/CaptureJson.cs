using System.Text.Json.Serialization;
using LeadFunctions.Articles;
using LeadFunctions.Clinic;

namespace LeadFunctions.Capture;

/// <summary>What the sender of an accepted submission is told.</summary>
/// <param name="Reference">Such as PAMB-7K3F9Q; to be named on the phone.</param>
/// <param name="Status">Always received.</param>
/// <param name="Message">What happens next, for the visitor to read.</param>
/// <param name="Articles">Articles that fit, best first.</param>
/// <param name="Crisis">Whom to turn to at once, when what was written sounds like danger; else null.</param>
public sealed record CaptureAnswer(string Reference, string Status, string Message, IReadOnlyList<ArticleTeaser> Articles, CrisisAnswer? Crisis);

/// <param name="Message">What to do first.</param>
/// <param name="Lines">Whom to turn to.</param>
public sealed record CrisisAnswer(string Message, IReadOnlyList<CrisisContact> Lines)
{
    /// <summary>The clinic's notice, in the language that is spoken now.</summary>
    public static CrisisAnswer Of(CrisisNotice notice) =>
        new(notice.Message.ToString(), [.. notice.Lines.Select(line => new CrisisContact(line.Name.ToString(), line.Call, line.Text, line.Url, line.Note?.ToString()))]);
}

/// <param name="Name">Who answers.</param>
/// <param name="Call">A number to call.</param>
/// <param name="Text">A number to text, or null.</param>
/// <param name="Url">Where to chat, or null.</param>
/// <param name="Note">How to be answered in Spanish, or null.</param>
public sealed record CrisisContact(string Name, string Call, string? Text, string? Url, string? Note);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CaptureAnswer))]
[JsonSerializable(typeof(Dictionary<string, Dictionary<string, string>>))]
internal sealed partial class CaptureJson : JsonSerializerContext;
