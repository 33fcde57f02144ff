using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace LeadFunctions.Tests.Support;

/// <summary>Does what is asked of storage and loses the answer, as a dropped connection would.</summary>
internal sealed class LosingAnswers(string path, int times) : HttpPipelineTransport
{
    private readonly HttpClientTransport real = new();
    private int left = times;

    public static TableClientOptions Of(string path, int times) => new()
    {
        Transport = new LosingAnswers(path, times),
        Retry = { MaxRetries = 1, Delay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(1) },
    };

    public override Request CreateRequest() => real.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        await real.ProcessAsync(message);
        if (message.Request.Uri.Path.EndsWith(path, StringComparison.Ordinal) && left-- > 0)
        {
            throw new Azure.RequestFailedException("The answer was lost.");
        }
    }
}
