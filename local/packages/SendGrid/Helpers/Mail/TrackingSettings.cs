using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>What the provider adds to a mail to see what becomes of it. Unset means what the account's settings say.</summary>
public class TrackingSettings
{
    /// <summary>Links replaced by the provider's.</summary>
    [JsonPropertyName("click_tracking")]
    public ClickTracking? ClickTracking { get; set; }

    /// <summary>An invisible image.</summary>
    [JsonPropertyName("open_tracking")]
    public OpenTracking? OpenTracking { get; set; }

    /// <summary>The provider's own unsubscribe link.</summary>
    [JsonPropertyName("subscription_tracking")]
    public SubscriptionTracking? SubscriptionTracking { get; set; }
}
