using System.Text.Json.Serialization;

namespace LeadFunctions.Local.Mailbox;

/// <summary>The JSON of Azure Communication Services Email.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AcsSendRequest))]
[JsonSerializable(typeof(AcsSendResult))]
[JsonSerializable(typeof(AcsError))]
internal sealed partial class AcsJson : JsonSerializerContext;

/// <summary>A sending as the service tells of it; null is written where there is no error, as the service does (floci-io/floci-az#147).</summary>
internal sealed record AcsSendResult(string Id, string Status, AcsError.Fault? Error);

/// <summary>The shape of every error that the service answers.</summary>
internal sealed record AcsError(AcsError.Fault Error)
{
    internal AcsError(string code, string message)
        : this(new Fault(code, message))
    {
    }

    /// <param name="Code">One word, such as <c>InvalidEmailAddress</c>.</param>
    /// <param name="Message">A sentence; some repeat an address from the request.</param>
    internal sealed record Fault(string Code, string Message);
}
