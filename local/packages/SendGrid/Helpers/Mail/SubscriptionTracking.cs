using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>Whether the provider adds its own unsubscribe link, and how it is worded.</summary>
public class SubscriptionTracking
{
    /// <summary>Whether it does.</summary>
    [JsonPropertyName("enable")]
    public bool Enable { get; set; }

    /// <summary>The words in the plain text part.</summary>
    [JsonPropertyName("text")]
    public string? Text { get; set; }

    /// <summary>The words in the HTML part.</summary>
    [JsonPropertyName("html")]
    public string? Html { get; set; }

    /// <summary>The text that is replaced by the link.</summary>
    [JsonPropertyName("substitution_tag")]
    public string? SubstitutionTag { get; set; }
}
