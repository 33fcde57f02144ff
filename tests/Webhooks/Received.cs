using System.Text.Json;

namespace LeadFunctions.Tests.Webhooks;

/// <summary>One post as it arrived.</summary>
/// <param name="Head">The request line and the headers as text.</param>
/// <param name="Headers">By lower-case name.</param>
/// <param name="Body">The bytes.</param>
internal sealed record Received(string Head, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Id => Headers["webhook-id"];

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string Type => Json.GetProperty("type").GetString()!;

    public string? Reference => Json.GetProperty("data").GetProperty("reference").GetString();
}
