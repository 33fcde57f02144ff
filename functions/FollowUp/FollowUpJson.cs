using System.Text.Json.Serialization;

namespace LeadFunctions.FollowUp;

/// <param name="Moved">How many pieces of due work went on.</param>
public sealed record DrainAnswer(int Moved);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DrainAnswer))]
[JsonSerializable(typeof(ScrubAnswer))]
internal sealed partial class FollowUpJson : JsonSerializerContext;
