using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>One envelope: who gets the mail, and what is special about theirs.</summary>
public class Personalization
{
    /// <summary>The recipients. Each goes out once, whatever its case and however often it is listed.</summary>
    [JsonPropertyName("to")]
    [JsonConverter(typeof(DistinctAddressesConverter))]
    public List<EmailAddress>? Tos { get; set; }

    /// <summary>Headers of this envelope alone.</summary>
    [JsonPropertyName("headers")]
    public Dictionary<string, string>? Headers { get; set; }

    /// <summary>Values of this envelope alone, repeated in every event about it.</summary>
    [JsonPropertyName("custom_args")]
    public Dictionary<string, string>? CustomArgs { get; set; }
}
