using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace LeadFunctions.Tests.Support;

/// <summary>Writes down the address of every request to storage, and can make storage fail.</summary>
internal sealed class UrlTransport(List<string> urls) : HttpPipelineTransport
{
    private readonly HttpClientTransport real = new();

    /// <summary>Every request fails as if the service were not there.</summary>
    public bool IsAway { get; set; }

    public override Request CreateRequest() => real.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException();

    public override ValueTask ProcessAsync(HttpMessage message)
    {
        lock (urls)
        {
            urls.Add(message.Request.Uri.ToString());
        }

        return IsAway ? throw new RequestFailedException($"{message.Request.Uri} is away.", new HttpRequestException("Connection refused.")) : real.ProcessAsync(message);
    }
}
