using System.Text.Json.Serialization;

namespace LeadFunctions.Events;

/// <param name="Kept">How many events were of our mail.</param>
/// <param name="Others">How many were of other mail of the same account.</param>
public sealed record EmailEventsAnswer(int Kept, int Others);

/// <param name="ValidationResponse">The code that Event Grid has sent.</param>
public sealed record SubscriptionAnswer(string ValidationResponse);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EmailEventsAnswer))]
[JsonSerializable(typeof(SubscriptionAnswer))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class EventsJson : JsonSerializerContext;
