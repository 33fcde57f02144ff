using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>How a mail looks on the wire: what is null is left out.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(SendGridMessage))]
internal sealed partial class MessageJson : JsonSerializerContext;
