using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace LeadFunctions.Benchmarks;

/// <summary>Writes down what goes to Table Storage, in the order in which it goes, and lets it go.</summary>
internal sealed class RecordingTransport : HttpPipelineTransport, IDisposable
{
    private readonly HttpClientTransport real = new();
    private readonly ConcurrentQueue<RecordedRequest> requests = new();

    public override Request CreateRequest() => real.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        requests.Enqueue(await RecordedRequest.OfAsync(message.Request, message.CancellationToken));
        await real.ProcessAsync(message);
    }

    public void Dispose() => real.Dispose();

    /// <summary>What was written down since the last time.</summary>
    public IReadOnlyList<RecordedRequest> Take()
    {
        var taken = new List<RecordedRequest>();
        while (requests.TryDequeue(out var request))
        {
            taken.Add(request);
        }

        return taken;
    }
}
