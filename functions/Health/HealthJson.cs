using System.Text.Json.Serialization;

namespace LeadFunctions.Health;

/// <param name="Status">ready, or what is wrong.</param>
/// <param name="OldestDueSeconds">By how many seconds the earliest due work is late; null where storage cannot say.</param>
/// <param name="Reasons">What an engineer should look at; empty when nothing is.</param>
public sealed record HealthAnswer(string Status, int? OldestDueSeconds, IReadOnlyList<HealthReason> Reasons);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HealthAnswer))]
internal sealed partial class HealthJson : JsonSerializerContext;
