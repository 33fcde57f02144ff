using System.Text.Json.Serialization;

namespace LeadFunctions.Local.Mailbox;

/// <summary>The provider's own JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(MailSendRequest))]
[JsonSerializable(typeof(ProviderErrors))]
internal sealed partial class ProviderJson : JsonSerializerContext;
