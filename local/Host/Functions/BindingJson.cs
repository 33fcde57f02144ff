using System.Text.Json.Serialization;

namespace LeadFunctions.Local.Functions;

[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class BindingJson : JsonSerializerContext;
