using System.Text.Json;
using System.Text.Json.Serialization;

namespace SendGrid.Helpers.Mail;

/// <summary>A mail as <c>mail/send</c> takes it.</summary>
public class SendGridMessage
{
    private const string PlainText = "text/plain";
    private const string Html = "text/html";

    /// <summary>The sender.</summary>
    [JsonPropertyName("from")]
    public EmailAddress? From { get; set; }

    /// <summary>The subject of every envelope.</summary>
    [JsonPropertyName("subject")]
    public string? Subject { get; set; }

    /// <summary>The envelopes.</summary>
    [JsonPropertyName("personalizations")]
    public List<Personalization>? Personalizations { get; set; }

    /// <summary>The parts, plain text first. Replaced by the two below when one of them is set.</summary>
    [JsonPropertyName("content")]
    public List<Content>? Contents { get; set; }

    /// <summary>The plain text part.</summary>
    [JsonIgnore]
    public string? PlainTextContent { get; set; }

    /// <summary>The HTML part.</summary>
    [JsonIgnore]
    public string? HtmlContent { get; set; }

    /// <summary>Headers of every envelope.</summary>
    [JsonPropertyName("headers")]
    public Dictionary<string, string>? Headers { get; set; }

    /// <summary>Values repeated in every event about this mail.</summary>
    [JsonPropertyName("custom_args")]
    public Dictionary<string, string>? CustomArgs { get; set; }

    /// <summary>What the provider adds to the mail.</summary>
    [JsonPropertyName("tracking_settings")]
    public TrackingSettings? TrackingSettings { get; set; }

    /// <summary>Where answers go.</summary>
    [JsonPropertyName("reply_to")]
    public EmailAddress? ReplyTo { get; set; }

    /// <summary>Adds recipients to an envelope: to <paramref name="personalization"/>, or to the one at the index.</summary>
    public void AddTos(List<EmailAddress> emails, int personalizationIndex = 0, Personalization? personalization = null)
    {
        ArgumentNullException.ThrowIfNull(emails);

        if (emails.Count is 0)
        {
            throw new InvalidOperationException("Sequence contains no elements");
        }

        var envelope = EnvelopeFor(personalizationIndex, personalization);
        envelope.Tos ??= [];
        envelope.Tos.AddRange(emails);
    }

    /// <summary>Adds a header to every envelope.</summary>
    /// <exception cref="ArgumentException">There is one of that name.</exception>
    public void AddGlobalHeader(string key, string value) => (Headers ??= []).Add(key, value);

    /// <summary>Adds a value that is repeated in every event about this mail.</summary>
    /// <exception cref="ArgumentException">There is one of that name.</exception>
    public void AddGlobalCustomArg(string key, string value) => (CustomArgs ??= []).Add(key, value);

    /// <summary>Whether the provider replaces links by its own, in HTML and in plain text.</summary>
    public void SetClickTracking(bool enable, bool enableText) =>
        (TrackingSettings ??= new()).ClickTracking = new() { Enable = enable, EnableText = enableText };

    /// <summary>Whether the provider adds an invisible image, and in place of which text.</summary>
    public void SetOpenTracking(bool enable, string? substitutionTag = null) =>
        (TrackingSettings ??= new()).OpenTracking = new() { Enable = enable, SubstitutionTag = substitutionTag };

    /// <summary>Whether the provider adds its own unsubscribe link, in which words, and in place of which text.</summary>
    public void SetSubscriptionTracking(bool enable, string? html = null, string? text = null, string? substitutionTag = null) =>
        (TrackingSettings ??= new()).SubscriptionTracking =
            new() { Enable = enable, Html = html, Text = text, SubstitutionTag = substitutionTag };

    /// <summary>The mail as JSON. Puts the parts in the order the API asks for, and drops empty ones.</summary>
    /// <param name="useDefaultSerialization">Both ways write the same.</param>
    public string Serialize(bool useDefaultSerialization = true)
    {
        if (PlainTextContent is not null || HtmlContent is not null)
        {
            Contents =
            [
                .. PlainTextContent is null ? [] : new[] { new Content(PlainText, PlainTextContent) },
                .. HtmlContent is null ? [] : new[] { new Content(Html, HtmlContent) },
            ];
            PlainTextContent = null;
            HtmlContent = null;
        }

        if (Contents is { Count: > 1 })
        {
            Contents.RemoveAll(content => string.IsNullOrEmpty(content.Type) || string.IsNullOrEmpty(content.Value));
            Contents = [.. Contents.OrderBy(content => content.Type switch { PlainText => 0, Html => 1, _ => 2 })];
        }

        return JsonSerializer.Serialize(this, MessageJson.Default.SendGridMessage);
    }

    private Personalization EnvelopeFor(int index, Personalization? envelope)
    {
        // The first envelope is made whatever the index; after that there is no gap.
        index = Personalizations is null ? 0 : index;
        Personalizations ??= [];

        if (envelope is not null)
        {
            Personalizations.Add(envelope);
            return envelope;
        }

        if (index > Personalizations.Count)
        {
            throw new ArgumentException($"personalizationIndex {index} must not be greater than {Personalizations.Count}");
        }

        if (index == Personalizations.Count)
        {
            Personalizations.Add(new Personalization());
        }

        return Personalizations[index];
    }
}
