using System.Text.Json.Serialization;

namespace LeadFunctions.Articles;

/// <summary>An entry of <c>GET /api/concerns</c>.</summary>
public sealed record ConcernAnswer(string Id, string Label, ConcernKind Kind);

/// <summary>An entry of <c>GET /api/articles</c>.</summary>
public sealed record ArticleAnswer(string Slug, string Title, string Summary, string Url, int Minutes, string Why);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(KindConverter)])]
[JsonSerializable(typeof(IReadOnlyList<ConcernAnswer>))]
[JsonSerializable(typeof(IReadOnlyList<ArticleAnswer>))]
internal sealed partial class ArticlesJson : JsonSerializerContext;

/// <summary>"concern" and "interest".</summary>
internal sealed class KindConverter() : JsonStringEnumConverter<ConcernKind>(System.Text.Json.JsonNamingPolicy.CamelCase);
