using Azure.Core;
using Azure.Core.Pipeline;

namespace LeadFunctions.Tests.Packages.Tables;

/// <summary>Keeps every request, and answers with what a test prepared, in order; the last answer is given again and again.</summary>
internal sealed class RecordingTransport(params Answer[] answers) : HttpPipelineTransport
{
    private static readonly HttpClientTransport Requests = new();
    private readonly List<RecordedRequest> sent = [];

    public IReadOnlyList<RecordedRequest> Sent => sent;

    public RecordedRequest Only => Assert.Single(sent);

    public override Request CreateRequest() => Requests.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("Every operation of the app is asynchronous.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        message.CancellationToken.ThrowIfCancellationRequested();
        sent.Add(await RecordedRequest.OfAsync(message.Request, message.CancellationToken));
        message.Response = answers.Length == 0 ? new Answer(204) : answers[Math.Min(sent.Count, answers.Length) - 1];
    }
}
