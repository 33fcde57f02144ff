using Azure.Core;
using Azure.Core.Pipeline;

namespace LeadFunctions.Tests.Support;

/// <summary>Counts what goes to storage.</summary>
internal sealed class CountingTransport : HttpPipelineTransport
{
    private readonly HttpClientTransport real = new();
    private int requests;

    public int Requests => requests;

    public override Request CreateRequest() => real.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException();

    public override ValueTask ProcessAsync(HttpMessage message)
    {
        Interlocked.Increment(ref requests);
        return real.ProcessAsync(message);
    }
}
