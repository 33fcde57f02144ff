using Azure.Core;
using Azure.Core.Pipeline;

namespace LeadFunctions.Tests.Support;

/// <summary>Counts what goes to storage.</summary>
internal sealed class CountingTransport : HttpPipelineTransport
{
    private readonly HttpClientTransport real = new();
    private int requests;

    public int Requests => requests;

    /// <summary>Comes after each answer, with the path that was asked for.</summary>
    public Action<string> Answered { get; init; } = _ => { };

    public override Request CreateRequest() => real.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        Interlocked.Increment(ref requests);
        await real.ProcessAsync(message);
        Answered(message.Request.Uri.Path);
    }
}
