using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;

namespace LeadFunctions.Access;

/// <summary>Fetches what the authority says of its keys, and nothing from any other host, whatever a document names.</summary>
public sealed class EntraDocuments(IOptions<EntraOptions> options) : IDocumentRetriever, IDisposable
{
    private const long LargestDocument = 1 << 20;

    private readonly Uri authority = new(options.Value.EntraAuthority);

    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(3) })
    {
        Timeout = TimeSpan.FromSeconds(10),
        MaxResponseContentBufferSize = LargestDocument,
    };

    public async Task<string> GetDocumentAsync(string address, CancellationToken cancel)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var document)
            || document.Scheme != authority.Scheme
            || !document.Authority.Equals(authority.Authority, StringComparison.OrdinalIgnoreCase))
        {
            throw new IOException("A document of another host than the authority's is not fetched.");
        }

        try
        {
            return await client.GetStringAsync(document, cancel);
        }
        catch (HttpRequestException exception)
        {
            // What the caller knows to try again later.
            throw new IOException("The authority did not give a document.", exception);
        }
    }

    public void Dispose() => client.Dispose();
}
