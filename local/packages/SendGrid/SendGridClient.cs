namespace SendGrid;

/// <summary>The client of SendGrid's Web API v3.</summary>
public class SendGridClient : BaseClient
{
    /// <param name="httpClient">Sends the requests, without any retry of its own unless the caller put one into it.</param>
    /// <param name="options">Where to, and with which key.</param>
    public SendGridClient(HttpClient httpClient, SendGridClientOptions options)
        : base(httpClient, options)
    {
    }
}
