using System.Text.Json.Serialization;

namespace LeadFunctions.Email;

/// <summary>The JSON of Azure Communication Services Email.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AcsMail))]
[JsonSerializable(typeof(AcsOperation))]
internal sealed partial class AcsJson : JsonSerializerContext;
