using System.Net.Http.Headers;
using System.Text;
using SendGrid.Helpers.Mail;

namespace SendGrid;

/// <summary>Requests to SendGrid's Web API v3 over an <see cref="HttpClient"/> that the caller owns.</summary>
public abstract class BaseClient : ISendGridClient
{
    private const string DefaultMediaType = "application/json";

    private static readonly string UserAgent = $"sendgrid/{typeof(BaseClient).Assembly.GetName().Version} csharp";

    private readonly BaseClientOptions options;
    private readonly HttpClient client;

    /// <param name="httpClient">Sends the requests; its handlers and its timeout are the caller's.</param>
    /// <param name="options">Where to, as whom.</param>
    protected BaseClient(HttpClient httpClient, BaseClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);

        this.options = options;
        client = httpClient;

        if (options.RequestHeaders is { } headers && headers.TryGetValue("Content-Type", out var mediaType))
        {
            MediaType = mediaType;
        }
    }

    /// <summary>The HTTP methods that the API knows.</summary>
    public enum Method
    {
        DELETE,
        GET,
        PATCH,
        POST,
        PUT,
    }

    /// <inheritdoc/>
    public string? UrlPath
    {
        get => options.UrlPath;
        set => options.UrlPath = value;
    }

    /// <inheritdoc/>
    public string? Version
    {
        get => options.Version;
        set => options.Version = value;
    }

    /// <inheritdoc/>
    public string MediaType { get; set; } = DefaultMediaType;

    /// <inheritdoc/>
    public virtual AuthenticationHeaderValue AddAuthorization(KeyValuePair<string, string> header)
    {
        var words = header.Value.Split();
        return new AuthenticationHeaderValue(words[0], words[1]);
    }

    /// <inheritdoc/>
    public virtual async Task<Response> MakeRequest(HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        var response = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);

        // The API has been seen to name the character set in a way that .NET does not know.
        if (response.Content.Headers.ContentType is { CharSet: "utf8" } contentType)
        {
            contentType.CharSet = Encoding.UTF8.WebName;
        }

        return new Response(response.StatusCode, response.Content, response.Headers);
    }

    /// <inheritdoc/>
    public async Task<Response> RequestAsync(
        Method method,
        string? requestBody = null,
        string? queryParams = null,
        string? urlPath = null,
        CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method.ToString()), AddressOf(urlPath, queryParams));

        if (requestBody is not null)
        {
            // Parts of the API refuse JSON that comes with a character set.
            request.Content = new StringContent(requestBody, Encoding.UTF8, MediaType);
            request.Content.Headers.ContentType!.CharSet = MediaType is DefaultMediaType ? null : Encoding.UTF8.WebName;
        }

        foreach (var (name, value) in options.RequestHeaders ?? [])
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Headers.Authorization = options.Auth;
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(MediaType));
        request.Headers.UserAgent.TryParseAdd(UserAgent);

        return await MakeRequest(request, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<Response> SendEmailAsync(SendGridMessage msg, CancellationToken cancellationToken = default) =>
        RequestAsync(Method.POST, msg.Serialize(), urlPath: "mail/send", cancellationToken: cancellationToken);

    private Uri AddressOf(string? urlPath, string? queryParams)
    {
        ArgumentNullException.ThrowIfNull(options.Host);

        var root = new Uri(options.Host.EndsWith('/') ? options.Host : $"{options.Host}/");
        var path = urlPath ?? UrlPath;

        return new Uri(root, (Version is null ? path : $"{Version}/{path}") + QueryText.FromJson(queryParams));
    }
}
