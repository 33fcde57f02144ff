using LeadFunctions.Network;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;

namespace LeadFunctions.Access;

/// <summary>Fetches what the authority says of its keys, and nothing from any other host, whatever a document names.</summary>
public sealed class EntraDocuments(IOptions<EntraOptions> options) : IDocumentRetriever, IDisposable
{
    private const long LargestDocument = 1 << 20;

    private readonly HttpClient client = ClientOf(new(options.Value.EntraAuthority));

    public async Task<string> GetDocumentAsync(string address, CancellationToken cancel)
    {
        try
        {
            return await client.GetStringAsync(new Uri(address), cancel);
        }
        catch (Exception exception) when (exception is HttpRequestException or InvalidOperationException or UriFormatException)
        {
            // What the caller knows to try again later; or an address at another host, which no request reaches.
            throw new IOException("The authority did not give a document.", exception);
        }
    }

    public void Dispose() => client.Dispose();

    private static HttpClient ClientOf(Uri authority)
    {
        var client = OutgoingHttp.ClientFor(() => authority, connections => connections.ConnectTimeout = TimeSpan.FromSeconds(3));
        client.Timeout = TimeSpan.FromSeconds(10);
        client.MaxResponseContentBufferSize = LargestDocument;
        return client;
    }
}
