using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using LeadFunctions.Local.Azurite;

namespace LeadFunctions.Benchmarks;

/// <summary>
/// The floor: sends recorded requests to Table Storage again with no more than an HTTP client, signed beforehand. Nothing that talks to
/// Table Storage over HTTP can do less.
/// </summary>
internal sealed class RawClient : IDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { MaxConnectionsPerServer = Stage.Connections, UseCookies = false, UseProxy = false });

    public void Dispose() => client.Dispose();

    /// <summary>Signs the requests for now. Signatures hold for a quarter of an hour.</summary>
    public static IReadOnlyList<SignedRequest> Sign(IEnumerable<RecordedRequest> requests)
    {
        var date = TimeProvider.System.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        return [.. requests.Select(request => new SignedRequest(request, date, SignatureOf(request.Address, date)))];
    }

    /// <exception cref="InvalidOperationException">It was not answered as it was when it was recorded.</exception>
    public async Task SendAsync(SignedRequest signed)
    {
        using var message = ToMessage(signed);
        using var response = await client.SendAsync(message);
        var answer = await response.Content.ReadAsByteArrayAsync();
        if (!response.IsSuccessStatusCode || answer.AsSpan().IndexOf("odata.error"u8) >= 0)
        {
            throw new InvalidOperationException($"{message.Method} {message.RequestUri}: {(int)response.StatusCode} {Encoding.UTF8.GetString(answer)}");
        }
    }

    /// <summary>Posts a mail to the provider.</summary>
    public async Task PostAsync(Uri provider, byte[] mail)
    {
        using var content = new ByteArrayContent(mail);
        using var response = await client.PostAsync(provider, content);
        response.EnsureSuccessStatusCode();
    }

    private static HttpRequestMessage ToMessage(SignedRequest signed)
    {
        var message = new HttpRequestMessage(new HttpMethod(signed.Request.Method), signed.Request.Address);
        if (signed.Request.Body.Length > 0)
        {
            message.Content = new ByteArrayContent(signed.Request.Body);
        }

        foreach (var (name, value) in signed.Request.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        message.Headers.TryAddWithoutValidation("x-ms-date", signed.Date);
        message.Headers.Authorization = new AuthenticationHeaderValue("SharedKeyLite", signed.Signature);
        return message;
    }

    // learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key#table-service-shared-key-lite-authorization
    private static string SignatureOf(Uri address, string date)
    {
        var text = Encoding.UTF8.GetBytes($"{date}\n/{DevelopmentAccount.Name}{address.AbsolutePath}");
        return $"{DevelopmentAccount.Name}:{Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(DevelopmentAccount.Key), text))}";
    }
}

/// <summary>A request that is ready to go.</summary>
internal sealed record SignedRequest(RecordedRequest Request, string Date, string Signature);
