using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace LeadFunctions.Tests.Support;

/// <summary>Does not pass on to storage what is asked of it, as where nobody listens.</summary>
internal sealed class RefusingRequests(string path) : HttpPipelineTransport
{
    private readonly HttpClientTransport real = new();

    /// <param name="path">The end of the paths that are refused.</param>
    public static TableClientOptions Of(string path) => new() { Transport = new RefusingRequests(path), Retry = { MaxRetries = 0 } };

    public override Request CreateRequest() => real.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException();

    public override ValueTask ProcessAsync(HttpMessage message) => message.Request.Uri.Path.EndsWith(path, StringComparison.Ordinal)
        ? throw new Azure.RequestFailedException("Nobody listens.")
        : real.ProcessAsync(message);
}
