using System.Text.Json.Serialization;

namespace LeadFunctions.Local.Mailbox;

/// <summary>The mailbox as its readers see it.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IEnumerable<MailboxMessage>))]
[JsonSerializable(typeof(MailboxMode))]
internal sealed partial class MailboxJson : JsonSerializerContext;
