using System.Text.Json.Serialization;

namespace LeadFunctions.Local.Clock;

/// <summary>What the clock shows.</summary>
internal sealed record ClockReading(DateTimeOffset UtcNow, TimeSpan Offset);

/// <summary>A wish to move the clock: days and time, as <c>3.00:00:00</c>.</summary>
internal sealed record ClockMove(string? Advance);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ClockReading))]
[JsonSerializable(typeof(ClockMove))]
internal sealed partial class ClockJson : JsonSerializerContext;
