using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Core.Pipeline;

namespace LeadFunctions.Tests.Support;

/// <summary>Counts what is asked of storage, and the rows that come back.</summary>
internal sealed partial class CountingRows : HttpPipelinePolicy
{
    private int requests;
    private int rows;

    /// <summary>What was asked, and what came, since this was last called.</summary>
    public (int Requests, int Rows) Take() => (Interlocked.Exchange(ref requests, 0), Interlocked.Exchange(ref rows, 0));

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        Interlocked.Increment(ref requests);
        Interlocked.Add(ref rows, RowKeys().Count(message.Response.Content.ToString()));
    }

    [GeneratedRegex("\"RowKey\":")]
    private static partial Regex RowKeys();
}
