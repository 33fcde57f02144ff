using System.Text.Json.Serialization;

namespace LeadFunctions.Encryption;

/// <param name="Months">How many keys of months there are.</param>
/// <param name="Wrapped">How many of them were put under the first key just now.</param>
/// <param name="Sealed">How many rows were sealed just now that were not before.</param>
/// <param name="OlderKeys">What the keys behind the first are still needed for; null until all is done.</param>
/// <param name="Next">Where to go on, when time was up; null when all is done.</param>
public sealed record RotateAnswer(int Months, int Wrapped, int Sealed, OlderKeysAnswer? OlderKeys, string? Next);

/// <param name="Needed">Whether any of them must stay in the settings.</param>
/// <param name="Months">Keys of months under an older key: those that came meanwhile, or whose copy in the second account could not be changed.</param>
/// <param name="Waiting">Leads that wait in the second account under an older key: they go by themselves.</param>
/// <param name="Copies">Days of copies under an older key: they go when they are older than copies are kept.</param>
public sealed record OlderKeysAnswer(bool Needed, int Months, int Waiting, IReadOnlyList<DateOnly> Copies);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RotateAnswer))]
internal sealed partial class EncryptionJson : JsonSerializerContext;
