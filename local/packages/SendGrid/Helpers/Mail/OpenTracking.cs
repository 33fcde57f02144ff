using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>Whether the provider adds an invisible image.</summary>
public class OpenTracking
{
    /// <summary>Whether it does.</summary>
    [JsonPropertyName("enable")]
    public bool? Enable { get; set; }

    /// <summary>The text that it replaces by the image; null for the end of the mail.</summary>
    [JsonPropertyName("substitution_tag")]
    public string? SubstitutionTag { get; set; }
}
