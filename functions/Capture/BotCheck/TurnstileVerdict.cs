using System.Text.Json.Serialization;

namespace LeadFunctions.Capture;

/// <summary>What Turnstile's siteverify answers.</summary>
/// <param name="Success">Whether the answer was a person's.</param>
/// <param name="ErrorCodes">Why not.</param>
/// <param name="Action">What the page said that the visitor was about to do.</param>
internal sealed record TurnstileVerdict(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("error-codes")] IReadOnlyList<string>? ErrorCodes,
    [property: JsonPropertyName("action")] string? Action)
{
    /// <summary>The failure says nothing about the visitor: our key is wrong, or the provider is in trouble.</summary>
    public bool IsOurFault => ErrorCodes?.Any(code => code is "missing-input-secret" or "invalid-input-secret" or "bad-request" or "internal-error") == true;
}

[JsonSerializable(typeof(TurnstileVerdict))]
internal sealed partial class TurnstileJson : JsonSerializerContext;
