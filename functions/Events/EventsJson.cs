using System.Text.Json.Serialization;

namespace LeadFunctions.Events;

/// <param name="Kept">How many events were of our mail.</param>
/// <param name="Others">How many were of other mail of the same account.</param>
public sealed record EmailEventsAnswer(int Kept, int Others);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EmailEventsAnswer))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class EventsJson : JsonSerializerContext;
