using System.Threading.Channels;

namespace LeadFunctions.SignIn;

/// <summary>
/// Requests wait here to be looked at, so that the page is answered before anybody knows whether the address is on the list: neither what
/// it says nor how long it takes depends on that. A process that ends takes them along, and people ask again.
/// </summary>
public sealed class WaitingSignIns
{
    private const int Most = 500;

    private readonly Channel<SignInRequest> waiting = Channel.CreateBounded<SignInRequest>(new BoundedChannelOptions(Most) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Where too many wait already, it is dropped.</summary>
    public void Add(SignInRequest request) => waiting.Writer.TryWrite(request);

    public IAsyncEnumerable<SignInRequest> ReadAllAsync(CancellationToken cancellationToken) => waiting.Reader.ReadAllAsync(cancellationToken);
}
