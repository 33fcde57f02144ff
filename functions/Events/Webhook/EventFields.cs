using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LeadFunctions.Events;

/// <summary>The fields of one event as the provider wrote them. A field that is missing, or is not what it should be, is null.</summary>
internal sealed partial class EventFields(JsonElement fields)
{
    private const long LastSecond = 253_402_300_799;

    // Read into the event, or of a person: kept apart from the rest, or not at all.
    private static readonly HashSet<string> Known =
    [
        "email", "ip", "useragent", "url", "smtp-id", "reason", "response", "event", "timestamp", "sid", "sg_event_id", "sg_message_id",
        "sg_machine_open", "type", "status", "bounce_classification",
    ];

    /// <summary>A name or a word that says nothing of a person; else null.</summary>
    public string? Word(string name) => Text(name) is { } text && Words().IsMatch(text) ? text : null;

    public string? Text(string name) => Find(name, JsonValueKind.String)?.GetString();

    public bool Flag(string name) => Find(name, JsonValueKind.True) is not null;

    /// <summary>Seconds since 1970, as a number or as a text.</summary>
    public DateTimeOffset? Time(string name)
    {
        var written = Text(name) ?? Find(name, JsonValueKind.Number)?.GetRawText();
        return long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= LastSecond
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
    }

    public IPAddress? Address(string name) => IPAddress.TryParse(Text(name), out var address) ? address : null;

    /// <summary>
    /// What nobody has asked for yet, as a JSON object: fields with numbers, flags and short words as they are, of all others the name
    /// alone, since a text may hold an address.
    /// </summary>
    public string? Rest()
    {
        var rest = fields.EnumerateObject()
            .Where(field => !Known.Contains(field.Name) && Words().IsMatch(field.Name))
            .DistinctBy(field => field.Name)
            .OrderBy(field => field.Name, StringComparer.Ordinal)
            .ToDictionary(field => field.Name, field => Harmless(field.Value));
        return rest.Count == 0 ? null : JsonSerializer.Serialize(rest, EventsJson.Default.DictionaryStringString);
    }

    private JsonElement? Find(string name, JsonValueKind kind) =>
        fields.TryGetProperty(name, out var value) && value.ValueKind == kind ? value : null;

    private static string Harmless(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.String when value.GetString() is { } text && Words().IsMatch(text) && !IPAddress.TryParse(text, out _) => text,
        _ => "",
    };

    // With a letter, so that a telephone number is none.
    [GeneratedRegex(@"^(?=[^A-Za-z]*[A-Za-z])[A-Za-z0-9_.\-]{1,100}$")]
    private static partial Regex Words();
}
