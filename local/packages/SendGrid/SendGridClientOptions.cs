using System.Net.Http.Headers;

namespace SendGrid;

/// <summary>Where requests go, and with which key.</summary>
public class SendGridClientOptions : BaseClientOptions
{
    /// <summary>Options for the API of SendGrid's global region.</summary>
    public SendGridClientOptions() => Host = "https://api.sendgrid.com";

    /// <summary>The key, sent as a bearer token.</summary>
    /// <exception cref="ArgumentNullException">The key is missing or blank.</exception>
    public string? ApiKey
    {
        get;
        set
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                throw new ArgumentNullException(nameof(value));
            }

            field = value;
            Auth = new AuthenticationHeaderValue("Bearer", value);
        }
    }
}
