using System.Text.Json.Serialization;

namespace LeadFunctions.Health;

/// <param name="Status">live, ready, or what is wrong.</param>
/// <param name="OldestDueSeconds">By how many seconds the earliest due work is late.</param>
public sealed record HealthAnswer(string Status, int? OldestDueSeconds);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HealthAnswer))]
internal sealed partial class HealthJson : JsonSerializerContext;
