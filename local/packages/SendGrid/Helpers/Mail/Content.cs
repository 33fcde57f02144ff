using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>One part of a mail: the same message as text or as HTML.</summary>
public class Content
{
    /// <summary>A part still to be filled in.</summary>
    public Content()
    {
    }

    /// <param name="type">The media type.</param>
    /// <param name="value">The text.</param>
    public Content(string? type, string? value) => (Type, Value) = (type, value);

    /// <summary>The media type.</summary>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>The text, at least one character.</summary>
    [JsonPropertyName("value")]
    public string? Value { get; set; }
}
