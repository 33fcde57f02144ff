using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>Whether the provider replaces links by its own.</summary>
public class ClickTracking
{
    /// <summary>In the HTML part.</summary>
    [JsonPropertyName("enable")]
    public bool? Enable { get; set; }

    /// <summary>In the plain text part too.</summary>
    [JsonPropertyName("enable_text")]
    public bool? EnableText { get; set; }
}
