using System.Text.Json.Serialization;
using LeadFunctions.Leads;

namespace LeadFunctions.Storage;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(LeadSource))]
[JsonSerializable(typeof(IReadOnlyList<PreferredTime>))]
internal sealed partial class StorageJson : JsonSerializerContext;
